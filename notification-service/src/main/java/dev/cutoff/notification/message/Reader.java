package dev.cutoff.notification.message;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What templates ask for so that a reader understands it: words and dates in their language, hours in their time zone. */
public final class Reader {

    /** What to do, and for which clients. */
    public record Step(String forWhom, String text) {}

    private final Words words;
    private final Locale locale;
    private final ZoneId zone;

    Reader(Language language, ZoneId zone) {
        this.words = Words.of(language.locale());
        this.locale = language.locale();
        this.zone = zone;
    }

    /** The language of the text, for the document itself. */
    public String language() {
        return locale.toLanguageTag();
    }

    public String zone() {
        return zone.getId();
    }

    /** Whether the reader's hours are others than those of UTC on this day. */
    public boolean isElsewhere(LocalDate day, @Nullable Instant at) {
        return !zone.getRules().getOffset(moment(day, at)).equals(ZoneOffset.UTC);
    }

    public String date(LocalDate day) {
        return format("date", day.atStartOfDay(ZoneOffset.UTC).toInstant(), ZoneOffset.UTC);
    }

    public String weekday(LocalDate day) {
        return format("weekday", day.atStartOfDay(ZoneOffset.UTC).toInstant(), ZoneOffset.UTC);
    }

    /** The moment of a day in UTC; a day whose moment is not stated begins in UTC. */
    public String utc(LocalDate day, @Nullable Instant at) {
        return format("moment", moment(day, at), ZoneOffset.UTC);
    }

    /** The same moment where the reader is. */
    public String local(LocalDate day, @Nullable Instant at) {
        return format("moment", moment(day, at), zone);
    }

    private static Instant moment(LocalDate day, @Nullable Instant at) {
        return at == null ? day.atStartOfDay(ZoneOffset.UTC).toInstant() : at;
    }

    private String format(String pattern, Instant moment, ZoneId where) {
        return DateTimeFormatter.ofPattern(words.of("pattern", pattern), locale).format(moment.atZone(where));
    }

    public String programme(String id) {
        return words.of("programme", id);
    }

    public String vendor(String programme) {
        var vendor = words.of("vendor", programme);
        return vendor.equals(programme) ? words.of("vendor", "any") : vendor;
    }

    public String auth(String method) {
        return words.of("auth", method);
    }

    public String kind(String kind) {
        return words.of("kind", kind);
    }

    public String action(String action) {
        return words.of("action", action);
    }

    public String channel(String channel) {
        return words.of("channel", channel);
    }

    public String protocols(Collection<String> protocols) {
        return list(protocols.stream()
                .map(protocol -> words.of("protocol", protocol))
                .toList());
    }

    private String list(List<String> items) {
        if (items.size() < 2) {
            return String.join("", items);
        }
        return String.join(words.of("list", "comma"), items.subList(0, items.size() - 1))
                + words.of("list", "and")
                + items.getLast();
    }

    /** What to do, each step once, with the clients that it is for. */
    public List<Step> steps(Digest.Stop stop) {
        record Case(String text, String kind, String protocol) {}
        var cases = stop.clients().stream()
                .flatMap(client -> client.protocols().stream()
                        .flatMap(protocol -> words.step(protocol, client.kind()).stream()
                                .map(text -> new Case(text, client.kind(), protocol))))
                .distinct()
                .collect(Collectors.groupingBy(Case::text));
        return cases.entrySet().stream()
                .map(step -> {
                    var kinds = new TreeSet<String>();
                    var protocols = new TreeSet<String>();
                    step.getValue().forEach(item -> {
                        kinds.add(words.of("kinds", item.kind()));
                        protocols.add(words.of("protocol", item.protocol()));
                    });
                    return new Step(
                            list(List.copyOf(kinds)) + words.of("list", "with") + list(List.copyOf(protocols)),
                            step.getKey());
                })
                .sorted((one, other) -> one.forWhom().compareTo(other.forWhom()))
                .toList();
    }
}
