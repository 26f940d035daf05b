package dev.cutoff.notification.message;

import dev.cutoff.notification.step.Way;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Who reads: names and dates in their language, hours in their time zone, and the sentences to put them into. */
public final class Reader {

    /** More names than these are counted. */
    private static final int MOST_NAMES = 3;

    private final Phrases say;
    private final SubjectPhrases subject;
    private final DayPhrases when;
    private final WhyPhrases why;
    private final ClientPhrases clients;
    private final Words words;
    private final Locale locale;
    private final ZoneId zone;

    private Reader(Language language, ZoneId zone) {
        this.say = sentences(Phrases.class, language);
        this.subject = sentences(SubjectPhrases.class, language);
        this.when = sentences(DayPhrases.class, language);
        this.why = sentences(WhyPhrases.class, language);
        this.clients = sentences(ClientPhrases.class, language);
        this.words = Words.of(language.locale());
        this.locale = language.locale();
        this.zone = zone;
    }

    private static <T> T sentences(Class<T> type, Language language) {
        return MessageBundles.get(type, Localized.Literal.of(language.locale().toLanguageTag()));
    }

    /** @param locale tag of the language that is wished for; English where we do not write it */
    public static Reader of(String locale, ZoneId zone) {
        return new Reader(Language.of(locale), zone);
    }

    static Reader of(Digest digest) {
        return new Reader(Language.of(digest.locale()), digest.zone());
    }

    Phrases say() {
        return say;
    }

    SubjectPhrases subject() {
        return subject;
    }

    DayPhrases when() {
        return when;
    }

    WhyPhrases why() {
        return why;
    }

    ClientPhrases clients() {
        return clients;
    }

    /** The language of the text, for the document itself. */
    public String language() {
        return locale.toLanguageTag();
    }

    public String date(LocalDate day) {
        return format("date", day.atStartOfDay(ZoneOffset.UTC).toInstant(), ZoneOffset.UTC);
    }

    String weekday(LocalDate day) {
        return format("weekday", day.atStartOfDay(ZoneOffset.UTC).toInstant(), ZoneOffset.UTC);
    }

    /**
     * A moment in UTC, and where the reader is if the hours are others there.
     *
     * @param at null if it is not stated: then the day begins in UTC
     */
    String moment(LocalDate day, @Nullable Instant at) {
        var moment = at == null ? day.atStartOfDay(ZoneOffset.UTC).toInstant() : at;
        var utc = format("moment", moment, ZoneOffset.UTC);
        return zone.getRules().getOffset(moment).equals(ZoneOffset.UTC)
                ? when.momentInUtc(utc)
                : when.momentThere(utc, format("moment", moment, zone), zone.getId());
    }

    private String format(String pattern, Instant moment, ZoneId where) {
        return DateTimeFormatter.ofPattern(words.of("pattern", pattern), locale).format(moment.atZone(where));
    }

    /** The days on which something may stop, or the one that is named. */
    public String days(LocalDate from, @Nullable LocalDate latest, @Nullable LocalDate day) {
        if (day != null) {
            return weekday(day);
        }
        return latest == null ? when.aDayFrom(weekday(from)) : when.aDayOf(weekday(from), weekday(latest));
    }

    /** What was told before: the day, or that it is the first on which it may stop. */
    String told(ToldDay before) {
        return days(before.day(), null, before.named() ? before.day() : null);
    }

    /** What the vendor retires. Where it is not the password that ends but something else, the programme says it best. */
    public String topic(Digest.Topic topic) {
        if (!topic.authMethod().equals("basic") && words.has("programme", topic.programme())) {
            return words.of("programme", topic.programme());
        }
        var all = say.topic(words.of("auth", topic.authMethod()), protocols(topic.protocols()));
        return topic.qualifier() == null ? all : say.topicOf(all, topic.qualifier());
    }

    String programme(String id) {
        return words.of("programme", id);
    }

    String vendor(String programme) {
        return words.has("vendor", programme) ? words.of("vendor", programme) : words.of("vendor", "any");
    }

    public String kind(String kind) {
        return words.of("kind", kind);
    }

    public String kinds(String kind) {
        return words.of("kinds", kind);
    }

    public String action(String action) {
        return words.of("action", action);
    }

    String channel(String channel) {
        return words.of("channel", channel);
    }

    String source(String source) {
        return words.of("source", source);
    }

    String section(Digest.Section section) {
        return switch (section) {
            case ACT_NOW -> say.actNow();
            case COMING -> say.coming();
            case MOVED -> say.moved();
            case RESOLVED -> say.resolved();
            case UNSEEN -> say.unseen();
        };
    }

    String yes() {
        return say.yes();
    }

    /** Head of a column of the list. */
    String column(String column) {
        return words.of("column", column);
    }

    String protocols(Collection<String> protocols) {
        return list(protocols.stream()
                .map(protocol -> words.of("protocol", protocol))
                .toList());
    }

    /** By name, or how many they are. */
    String tenants(Clients clients) {
        return clients.tenantCount() > MOST_NAMES
                ? say.theseTenants(clients.tenantCount())
                : list(clients.tenants().stream().map(Clients.Share::name).toList());
    }

    /** Which of the tenants of the mail it is about; null where there is only one, which stands in the head of the mail. */
    @Nullable String about(Digest digest, Clients clients) {
        return digest.tenants().size() == 1 ? null : tenants(clients);
    }

    /**
     * Who was told before, and when.
     *
     * @param first some of them
     * @param count how many there are
     */
    public String heard(List<Before.Heard> first, int count) {
        var people = new ArrayList<String>();
        first.forEach(one -> people.add(why.heardOn(one.person(), date(one.day()))));
        if (count > first.size()) {
            people.add(why.andOthers(count - first.size()));
        }
        return list(people);
    }

    public String list(List<String> items) {
        if (items.size() < 2) {
            return String.join("", items);
        }
        return String.join(words.of("list", "comma"), items.subList(0, items.size() - 1))
                + words.of("list", "and")
                + items.getLast();
    }

    /** Two things said of one, which are no list: "and" would join the second to what the first ends with. */
    String beside(String first, String second) {
        return first + words.of("list", "comma") + second;
    }

    /** What to do, with the end of it where that is known. */
    public String way(Way way) {
        var text = words.way(way.id());
        var end = way.end();
        if (end == null) {
            return text;
        }
        var pattern = end.isMonth() ? "month" : "date";
        return text.replace(
                "{ends}",
                format(pattern, end.first().atStartOfDay(ZoneOffset.UTC).toInstant(), ZoneOffset.UTC));
    }

    /**
     * What heads a list of ways out.
     *
     * @param kinds of client, in words
     */
    public String whatToDo(String kinds, Collection<String> protocols, boolean isOneOf) {
        var whom = kinds + words.of("list", "with") + protocols(protocols);
        return isOneOf ? say.whatToDoOneOf(whom) : say.whatToDo(whom);
    }
}
