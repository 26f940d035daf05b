package dev.cutoff.inventory.evidence.format;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Month;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The vendor's monthly post about Basic authentication, as text or as HTML: a month in its title, and lines such as {@code IMAP: 5}, which
 * count the users that succeeded and name none of them. It comes copied as text, or as a message of the Graph.
 */
public final class MonthlyUsagePost implements ListFormat {

    private static final String TITLE = "Basic Authentication - Monthly Usage Report";

    /** What a hyphen is made into on its way through mail and word processors. */
    private static final Pattern DASH = Pattern.compile("[\u2010-\u2015]");

    /** The post's names of what was used; the first six as in MC312373 of January 2022. */
    private static final Map<String, String> PROTOCOLS = Map.ofEntries(
            Map.entry("exchange activesync", "eas"),
            Map.entry("pop", "pop"),
            Map.entry("imap", "imap"),
            Map.entry("outlook windows", "mapi"),
            Map.entry("outlook for mac/exchange web services", "ews"),
            Map.entry("exchange remote powershell", "remote-powershell"),
            Map.entry("exchange web services", "ews"),
            Map.entry("autodiscover", "autodiscover"),
            Map.entry("offline address book", "oab"),
            Map.entry("smtp auth", "smtp-auth"),
            Map.entry("authenticated smtp", "smtp-auth"));

    private static final Pattern MONTH = Pattern.compile(
            Stream.of(Month.values())
                    .map(month -> month.getDisplayName(TextStyle.FULL, Locale.ENGLISH))
                    .collect(Collectors.joining("|", "\\b(", ") (20\\d\\d)\\b")),
            Pattern.CASE_INSENSITIVE);

    /** Thousands may be parted, as in the vendor's other figures. */
    private static final Pattern WHOLE = Pattern.compile("\\d{1,9}|\\d{1,3}(,\\d{3}){1,2}");

    private static final Pattern COUNT = Pattern.compile("([A-Za-z][^:]{1,80}?)\\s*:\\s*(\\S{1,40})");

    /** What lists begin their lines with when they are copied as text. */
    private static final Pattern BULLET = Pattern.compile("^[\\s*+\u2022\u00b7\u25aa\u2013-]+");

    /**
     * What a message of the vendor counts: items as an import of the post itself has them.
     *
     * @param message its title and its body
     * @return nothing, if it is no such post or names no month
     */
    public static List<Map<String, @Nullable Object>> countedIn(String message) {
        var bytes = message.getBytes(StandardCharsets.UTF_8);
        var post = new MonthlyUsagePost();
        var items = new ArrayList<Map<String, @Nullable Object>>();
        try {
            var opening = Opening.of(new ByteArrayInputStream(bytes));
            if (post.understands(opening)) {
                post.read(opening, new ByteArrayInputStream(bytes), new Good(items));
            }
        } catch (IOException _) {
            return List.of();
        }
        return items;
    }

    @Override
    public FormatName name() {
        return FormatName.MONTHLY_USAGE_POST;
    }

    @Override
    public String looksLike() {
        return "monthly usage post: text or HTML with the title \"" + TITLE
                + " - August 2022\" and lines such as \"IMAP: 5\"";
    }

    @Override
    public boolean understands(Opening opening) {
        return DASH.matcher(opening.text())
                .replaceAll("-")
                .toLowerCase(Locale.ROOT)
                .contains(TITLE.toLowerCase(Locale.ROOT));
    }

    @Override
    public void read(Opening opening, InputStream body, Records<Map<String, @Nullable Object>> records)
            throws IOException {
        var month = month(opening.text());
        var lines = new ByteLines(body);
        while (lines.next()) {
            if (lines.isTooLong()) {
                records.unreadable(lines.number(), null, "is longer than 1 MB", null);
                continue;
            }
            var text = new String(lines.bytes(), lines.offset(), lines.length(), StandardCharsets.UTF_8);
            for (var part : text.replace("&nbsp;", " ").replace('\u00a0', ' ').split("<[^>]*>")) {
                var count = COUNT.matcher(BULLET.matcher(part).replaceFirst("").strip());
                if (count.matches()) {
                    record(lines.number(), month, count, records);
                }
            }
        }
    }

    private static YearMonth month(String text) throws BrokenDocument {
        var found = MONTH.matcher(text);
        if (!found.find()) {
            throw new BrokenDocument("The post names no month, such as August 2022 in its title");
        }
        var month = Month.valueOf(found.group(1).toUpperCase(Locale.ROOT));
        return YearMonth.of(Integer.parseInt(found.group(2)), month);
    }

    private static void record(
            long line, YearMonth month, Matcher count, Records<Map<String, @Nullable Object>> records) {
        var name = count.group(1);
        var protocol = PROTOCOLS.get(name.toLowerCase(Locale.ROOT));
        if (protocol == null) {
            records.unreadable(line, name, "is not a client class that is known here", count.group(2));
        } else if (!WHOLE.matcher(count.group(2)).matches()) {
            records.unreadable(line, name, "is no whole number", count.group(2));
        } else {
            var item = new LinkedHashMap<String, @Nullable Object>();
            item.put("protocol", protocol);
            item.put("month", month.toString());
            item.put("count", Long.parseLong(count.group(2).replace(",", "")));
            records.record(line, item);
        }
    }

    /** Lines of a message that count nothing are prose. */
    private record Good(List<Map<String, @Nullable Object>> items) implements Records<Map<String, @Nullable Object>> {

        @Override
        public void record(long line, Map<String, @Nullable Object> item) {
            items.add(item);
        }

        @Override
        public void unreadable(long line, @Nullable String column, String reason, @Nullable String value) {}
    }
}
