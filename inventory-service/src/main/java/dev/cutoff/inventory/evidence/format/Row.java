package dev.cutoff.inventory.evidence.format;

import dev.cutoff.commons.json.WireName;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One row of a table, whichever way it came; columns are found by name as {@link CsvHeader#key} compares them. What is asked for and cannot
 * be read is noted, and the first of it is why the row is not taken.
 */
final class Row {

    private static final int LONGEST_ADDRESS = 320;
    private static final DateTimeFormatter US = strict("M/d/uuuu");
    private static final DateTimeFormatter WITH_POINTS = strict("d.M.uuuu");

    private static final Pattern LANGUAGE = Pattern.compile("([A-Za-z]{2,3})((?:[-_][A-Za-z0-9]+)*)");
    /** One separator in all of a number, three digits behind the last; India parts those in front by two. */
    private static final Pattern PARTED =
            Pattern.compile("\\d{1,3}(?=([,.'\u2019\\s\u00a0\u202f]))(?:\\1\\d{2,3})*\\1\\d{3}");

    private final Map<String, @Nullable Object> values = new LinkedHashMap<>();
    private boolean isOfCsv;
    private @Nullable Flaw flaw;

    /** There is no 31 February, which must not be read as the last of the month. */
    private static DateTimeFormatter strict(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    }

    static Row of(Map<String, @Nullable Object> fields) {
        var row = new Row();
        fields.forEach((name, value) -> row.values.putIfAbsent(CsvHeader.key(name), value));
        return row;
    }

    /** Of columns that come twice, the first that says something counts. */
    static Row of(List<String> keys, List<String> cells) {
        var row = new Row();
        for (var i = 0; i < cells.size(); i++) {
            var cell = cells.get(i).strip();
            row.values.putIfAbsent(keys.get(i), cell.isEmpty() ? null : cell);
        }
        row.isOfCsv = true;
        return row;
    }

    @Nullable Flaw flaw() {
        return flaw;
    }

    void flaw(String column, String reason, @Nullable String value) {
        if (flaw == null) {
            flaw = new Flaw(column, reason, value);
        }
    }

    boolean has(String column) {
        return values.containsKey(CsvHeader.key(column));
    }

    /** Whether something is said: an empty cell of a CSV says nothing, a null of a JSON says "none". */
    boolean says(String column) {
        return isOfCsv ? value(column) != null : has(column);
    }

    /** What stands there, of whatever shape. */
    @Nullable Object value(String column) {
        return values.get(CsvHeader.key(column));
    }

    /** What stands there; of a cell of a CSV, its items, which semicolons, bars or commas part. */
    @Nullable Object list(String column) {
        return isOfCsv && value(column) instanceof String text
                ? Stream.of(text.split("[;|,]"))
                        .map(String::strip)
                        .filter(item -> !item.isEmpty())
                        .toList()
                : value(column);
    }

    /** The first of these columns that says something. */
    @Nullable String text(String... columns) {
        for (var column : columns) {
            if (value(column) instanceof String text && !text.isBlank()) {
                return text.strip();
            }
        }
        return null;
    }

    /** One line of limited length that must be there. */
    String line(String column, int longest) {
        var text = text(column);
        if (text == null || text.length() > longest || text.chars().anyMatch(Character::isISOControl)) {
            flaw(column, "must be one line of 1 to %d characters".formatted(longest), text);
            return "";
        }
        return text;
    }

    /** A mail address, in lower case. */
    String address(String column) {
        var text = text(column);
        if (text == null || text.length() > LONGEST_ADDRESS || !text.matches("[^\\s@]+@[^\\s@]+")) {
            flaw(column, "is no mail address", text);
            return "";
        }
        return text.toLowerCase(Locale.ROOT);
    }

    @Nullable UUID guid(String column) {
        var text = text(column);
        if (text == null || !text.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")) {
            flaw(column, "is not a GUID such as 8bb6f14a-714e-4fdc-89f6-05418818a00b", text);
            return null;
        }
        return UUID.fromString(text);
    }

    /** A word of a fixed list; a CSV is typed by people, in any case and with blanks for hyphens. What is none is left as it is. */
    <E extends Enum<E>> @Nullable Object word(String column, Class<E> list) {
        if (!isOfCsv || !(value(column) instanceof String text)) {
            return value(column);
        }
        var word = text.toLowerCase(Locale.ROOT).replaceAll("[\\s_]+", "-");
        return WireName.parse(list, word).isPresent() ? word : text;
    }

    /** A language tag; a CSV may have it in capitals, or with the underscore of other systems. */
    @Nullable Object language(String column) {
        if (!isOfCsv || !(value(column) instanceof String text)) {
            return value(column);
        }
        var tag = LANGUAGE.matcher(text);
        return tag.matches()
                ? tag.group(1).toLowerCase(Locale.ROOT) + tag.group(2).replace('_', '-')
                : text;
    }

    /** A whole number that is not negative; thousands may be parted, as any country does. */
    long count(String column) {
        var text = text(column);
        var digits = text != null && PARTED.matcher(text).matches() ? text.replaceAll("\\D", "") : text;
        if (digits == null || !digits.matches("[0-9]{1,15}")) {
            flaw(column, "is no whole number", text);
            return 0;
        }
        return Long.parseLong(digits);
    }

    /**
     * A day as {@code 2026-11-14} or {@code 2026/11/14}, with or without a time behind it, or as the admin centre writes it in English,
     * {@code 11/14/2026}. An order that puts the day first is not guessed at, as half of its days would be others, unless points part it:
     * {@code 14.11.2026} is the same day everywhere.
     */
    @Nullable LocalDate day(String column) {
        var text = text(column);
        var day = text == null ? "" : PowerShell.time(text).split("[T ]")[0];
        try {
            if (day.matches("\\d{1,2}[/.].*")) {
                return LocalDate.parse(day, day.contains("/") ? US : WITH_POINTS);
            }
            return LocalDate.parse(day.replace('/', '-'));
        } catch (DateTimeException e) {
            flaw(column, "is not a day such as 2026-11-14", text);
            return null;
        }
    }

    /** A switch that is on, off, or not set: PowerShell exports the last as nothing, and people type what PowerShell would read. */
    @Nullable Boolean flag(String column) {
        var text = text(column);
        var word = text == null ? "null" : text.startsWith("$") ? text.substring(1) : text;
        if (word.equalsIgnoreCase("null")) {
            return null;
        }
        if (word.equalsIgnoreCase("true")) {
            return true;
        }
        if (!word.equalsIgnoreCase("false")) {
            flaw(column, "is neither True nor False nor empty", text);
        }
        return false;
    }
}
