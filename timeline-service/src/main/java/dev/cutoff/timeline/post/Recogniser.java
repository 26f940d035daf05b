package dev.cutoff.timeline.post;

import dev.cutoff.timeline.post.Reading.Subject;
import dev.cutoff.timeline.rule.Protocol;
import dev.cutoff.timeline.rule.VendorNoticeKind;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reads a post. It knows the vendor's ways of putting things and nothing else, so it says "unclear" rather than guess: a notice that
 * waits for a person costs a minute, a wrong day costs a weekend.
 */
public final class Recogniser {

    private static final Pattern USAGE =
            Pattern.compile("(?i)usage report|update active exchange web services applications");
    private static final Pattern UPDATE =
            Pattern.compile("(?i)^updated (\\w+ \\d{1,2}, \\d{4}|\\d{4}-\\d{2}-\\d{2}) ?[:.-]");
    private static final Pattern SWITCHING =
            Pattern.compile("(?i)turn\\w* off|disabl|retir|remov|block|following protocols|opt(ed)?[- ]?out");

    /** Programmes that are about one protocol, whatever else their posts mention. */
    private static final Map<String, List<Protocol>> OF_ONE = Map.of(
            "smtp-auth-basic", List.of(Protocol.SMTP_AUTH),
            "hve-basic", List.of(Protocol.SMTP_AUTH),
            "exchange-web-services", List.of(Protocol.EWS),
            "ews-kiosk", List.of(Protocol.EWS),
            "activesync-below-16-1", List.of(Protocol.EAS),
            "exchange-remote-powershell", List.of(Protocol.REMOTE_POWERSHELL),
            "reporting-web-service", List.of(Protocol.REPORTING_WEB_SERVICE));

    /** Only these take place on a day; the others count from when they are said. */
    private static final Set<VendorNoticeKind> DATED = EnumSet.of(
            VendorNoticeKind.SCHEDULED,
            VendorNoticeKind.POSTPONED,
            VendorNoticeKind.TEMPORARILY_OFF,
            VendorNoticeKind.DISABLED);

    private Recogniser() {}

    public static Reading read(Post post) {
        var programme = Signature.programmeOf(post).orElse(null);
        if (programme == null) {
            return new Reading(
                    Subject.OTHER, null, List.of(), null, null, "It names nothing whose retirement is followed.");
        }
        if (USAGE.matcher(post.title()).find()) {
            return new Reading(
                    Subject.USAGE,
                    programme,
                    List.of(),
                    null,
                    null,
                    "It says what was used, not what will happen: import it to inventory.");
        }
        return read(post, programme);
    }

    private static Reading read(Post post, String programme) {
        var sentences = Sentences.of(post.title() + "\n" + post.text());
        var said = latest(post);
        if (said.isEmpty()) {
            said = statements(sentences.stream()
                    .filter(sentence -> !UPDATE.matcher(sentence).find())
                    .toList());
        }
        if (said.isEmpty()) {
            return new Reading(
                    Subject.UNCLEAR,
                    programme,
                    protocols(programme, List.of(), sentences),
                    null,
                    null,
                    "It is about " + programme + ", but what it says is in no wording that is known.");
        }
        var isToTenant =
                Statement.isToTenant(post.title()) || sentences.stream().anyMatch(Statement::isChosen);
        var toTenant = said.stream()
                .filter(statement -> isToTenant || statement.isToTenant())
                .toList();
        return toTenant.isEmpty()
                ? toEverybody(programme, said, sentences)
                : toTenant(post, programme, toTenant, sentences);
    }

    /** What the newest of its updates says: it stands first, and supersedes what is below. */
    private static List<Statement> latest(Post post) {
        return post.text()
                .lines()
                .filter(line -> UPDATE.matcher(line).find())
                .findFirst()
                .map(line -> statements(Sentences.of(UPDATE.matcher(line).replaceFirst(""))))
                .orElse(List.of());
    }

    private static List<Statement> statements(List<String> sentences) {
        return sentences.stream()
                .flatMap(sentence -> Statement.of(sentence).stream())
                .toList();
    }

    private static Reading toEverybody(String programme, List<Statement> said, List<String> sentences) {
        // What is planned for all is the switch-off, whatever interruptions are announced beside it.
        var lasting = said.stream()
                .filter(statement -> statement.kind() != VendorNoticeKind.TEMPORARILY_OFF)
                .toList();
        var kind = kindOf(lasting.isEmpty() ? said : lasting);
        return new Reading(
                Subject.EVERYBODY,
                programme,
                protocols(programme, of(kind, said), sentences),
                kind,
                null,
                "It speaks to all tenants: what it changes is a revision of " + programme + ".");
    }

    private static Reading toTenant(Post post, String programme, List<Statement> said, List<String> sentences) {
        var kinds = said.stream().map(Statement::kind).collect(Collectors.toCollection(LinkedHashSet::new));
        var kind = kindOf(said);
        var own = of(kind, said);
        var protocols = protocols(programme, own, sentences);
        if (kind == VendorNoticeKind.DISABLED && kinds.contains(VendorNoticeKind.SCHEDULED)) {
            return new Reading(
                    Subject.UNCLEAR,
                    programme,
                    protocols,
                    kind,
                    null,
                    "It says what was switched off and what will be.");
        }
        if (!DATED.contains(kind)) {
            return new Reading(Subject.TENANT, programme, protocols, kind, null, quote(own));
        }
        return dated(post, new Reading(Subject.TENANT, programme, protocols, kind, null, quote(own)), own);
    }

    private static Reading dated(Post post, Reading reading, List<Statement> own) {
        var movedTo = days(own, Days::movedToIn);
        if (reading.kind() == VendorNoticeKind.POSTPONED && movedTo.size() == 1) {
            return on(movedTo.getFirst(), post, reading);
        }
        var days = days(own, Days::namedIn);
        if (days.size() > 1) {
            return unclear(reading, "It names several days: " + days + ".");
        }
        if (days.isEmpty()) {
            return reading.kind() == VendorNoticeKind.SCHEDULED || reading.kind() == VendorNoticeKind.TEMPORARILY_OFF
                    ? unclear(reading, "It names no day. " + reading.why())
                    : reading;
        }
        var day = days.getFirst();
        if (own.stream().anyMatch(statement -> Days.isBounded(statement.sentence()))) {
            return unclear(reading, "It only bounds the day by " + day + ". " + reading.why());
        }
        return on(day, post, reading);
    }

    private static LinkedHashSet<LocalDate> days(List<Statement> own, Function<String, Set<LocalDate>> named) {
        return own.stream()
                .flatMap(statement -> named.apply(statement.sentence()).stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Reading on(LocalDate day, Post post, Reading reading) {
        var published = LocalDate.ofInstant(post.publishedAt(), ZoneOffset.UTC);
        var liesAhead = reading.kind() == VendorNoticeKind.SCHEDULED || reading.kind() == VendorNoticeKind.POSTPONED;
        if (liesAhead && day.isBefore(published)) {
            return unclear(reading, day + " was over when it was published on " + published + ".");
        }
        return new Reading(
                reading.subject(), reading.programme(), reading.protocols(), reading.kind(), day, reading.why());
    }

    private static Reading unclear(Reading reading, String why) {
        return new Reading(Subject.UNCLEAR, reading.programme(), reading.protocols(), reading.kind(), null, why);
    }

    /** The narrower one: a post that postpones also repeats what will be switched off. */
    private static VendorNoticeKind kindOf(List<Statement> said) {
        var kinds = said.stream().map(Statement::kind).collect(Collectors.toSet());
        return List.of(
                        VendorNoticeKind.OPT_OUT_VOIDED,
                        VendorNoticeKind.OPT_OUT_RECEIVED,
                        VendorNoticeKind.CANCELLED,
                        VendorNoticeKind.POSTPONED,
                        VendorNoticeKind.TEMPORARILY_OFF,
                        VendorNoticeKind.RE_ENABLED,
                        VendorNoticeKind.DISABLED,
                        VendorNoticeKind.SCHEDULED)
                .stream()
                .filter(kinds::contains)
                .findFirst()
                .orElseThrow();
    }

    private static List<Statement> of(VendorNoticeKind kind, List<Statement> said) {
        return said.stream().filter(statement -> statement.kind() == kind).toList();
    }

    private static List<Protocol> protocols(String programme, List<Statement> own, List<String> sentences) {
        if (OF_ONE.containsKey(programme)) {
            return OF_ONE.get(programme);
        }
        var named = Protocols.namedIn(own.stream().map(Statement::sentence).toList());
        return named.isEmpty()
                ? Protocols.namedIn(sentences.stream()
                        .filter(sentence -> SWITCHING.matcher(sentence).find())
                        .toList())
                : named;
    }

    private static String quote(List<Statement> own) {
        var sentence = own.getFirst().sentence();
        return "It says: \"%s\"".formatted(sentence.length() > 300 ? sentence.substring(0, 300) + "..." : sentence);
    }
}
