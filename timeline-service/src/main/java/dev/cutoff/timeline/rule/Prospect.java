package dev.cutoff.timeline.rule;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One programme seen by one tenant, by the facts that were known on a day: the door to the rules. */
public final class Prospect {

    private final Programme whole;
    private final List<Revision> known;
    private final TenantAttributes tenant;
    private final Facts facts;
    private final SortedSet<Line> lines;

    /**
     * @param whole the programme with all revisions, known on that day or not: what was not announced yet is answered as unknown
     * @param known what of them had been announced on that day, oldest first
     * @param facts those known on that day
     */
    private Prospect(Programme whole, List<Revision> known, TenantAttributes tenant, Facts facts) {
        this.whole = whole;
        this.known = known;
        this.tenant = tenant;
        this.facts = facts;
        this.lines = lines(whole, facts);
    }

    public static Prospect of(Programme programme, TenantAttributes tenant, Facts facts, LocalDate knownOn) {
        return new Prospect(programme, programme.announcedBy(knownOn), tenant, facts.knownOn(knownOn));
    }

    /**
     * For a request that is recorded, perhaps late: the revision of the day on which it was made holds, and every fact on file counts.
     */
    public static Prospect onFile(Programme programme, TenantAttributes tenant, Facts facts, LocalDate requestedOn) {
        return new Prospect(programme, programme.announcedBy(requestedOn), tenant, facts);
    }

    /** What holds at an instant, line by line. */
    public List<Outlook> at(Instant at, Predicate<Line> asked) {
        return lines.stream().filter(asked).map(line -> outlook(line, at)).toList();
    }

    /** Every line that the programme ever spoke of, and what is on file beside: a fact that is not shown would be lost. */
    private static SortedSet<Line> lines(Programme whole, Facts facts) {
        if (facts.isEmpty()) {
            return whole.lines();
        }
        var lines = new TreeSet<>(whole.lines());
        lines.addAll(allowedApps(lines, facts));
        Stream.concat(
                        facts.exemptions().stream().map(Exemption::protocol),
                        facts.notices().stream().flatMap(notice -> notice.protocols().stream()))
                .filter(protocol -> lines.stream().noneMatch(line -> line.protocol() == protocol))
                .distinct()
                .toList()
                .forEach(protocol -> lines.add(Line.whole(protocol, AuthMethod.BASIC)));
        return lines;
    }

    /** The apps that the tenant lets through part from the rest, and so each is a line of its own. */
    private static List<Line> allowedApps(SortedSet<Line> lines, Facts facts) {
        return facts.exemptions().stream()
                .flatMap(exemption -> exemption.scope().appIds().stream()
                        .flatMap(app -> lines.stream()
                                .filter(line -> line.protocol() == exemption.protocol() && line.isWhole())
                                .map(line -> Line.app(line.protocol(), line.authMethod(), app))))
                .toList();
    }

    private Outlook outlook(Line line, Instant at) {
        var ledger = ledger(line);
        var timeline = Timeline.of(ledger.course());
        var standing = timeline.at(at);
        var actions = new Actions(ledger, timeline, at);
        return new Outlook(
                whole,
                line,
                standing.state(),
                standing.basis(),
                timeline.spanAt(at),
                timeline.cutoffAt(at),
                actions.decisionBy(),
                actions.allowed(),
                Statement.declared(
                        ledger.facts(),
                        known,
                        at,
                        exemption -> standing(exemption, at).status() == ExemptionStatus.DISPUTED),
                Statement.confirmed(
                        ledger.facts(),
                        at,
                        notice -> contradiction(line, notice).isPresent()),
                Statement.observed(ledger.facts(), at),
                ledger.coverage().assumes(),
                ledger.coverage().revision(),
                ledger.coverage().rule());
    }

    /** What the rules say to a request for all of a protocol. */
    public Verdict judge(Protocol protocol, ExemptionRequest request) {
        return judge(protocol, null, request);
    }

    /**
     * What the rules say to a request.
     *
     * @param qualifier the part of the protocol that it is for; null for all of it
     */
    public Verdict judge(Protocol protocol, @Nullable String qualifier, ExemptionRequest request) {
        return ledger(lineOf(protocol, qualifier)).judge(request);
    }

    /** What remains possible at an instant, when a request was refused. */
    public List<AllowedAction> remaining(Protocol protocol, @Nullable String qualifier, Instant at) {
        var ledger = ledger(lineOf(protocol, qualifier));
        return new Actions(ledger, Timeline.of(ledger.course()), at).remaining();
    }

    /** The protocols that a notice means which names none: those that are being rolled out to this tenant. */
    public List<Protocol> rolledOut() {
        var protocols = new ArrayList<Protocol>();
        for (var line : lines) {
            var rule = Coverage.of(known, tenant, line).rule();
            if (rule != null && rule.takesTenants() && !protocols.contains(line.protocol())) {
                protocols.add(line.protocol());
            }
        }
        return protocols;
    }

    /** What has become of an exemption by an instant. */
    public ExemptionStanding standing(Exemption exemption, Instant at) {
        var line = lineOf(exemption.protocol(), exemption.scope().qualifier());
        return ExemptionStanding.of(exemption, Coverage.of(known, tenant, line), known, facts.of(line, lines), at);
    }

    /** Where a notice contradicts what the vendor had announced when it spoke, or what is on file. */
    public List<Dispute> disputes(VendorNotice notice) {
        var about = notice.named().isEmpty() ? notice.protocols() : notice.named();
        var disputes = about.stream()
                .flatMap(protocol -> contradiction(lineOf(protocol, null), notice).stream()
                        .map(reason -> new Dispute(protocol, reason)))
                .toList();
        // A receipt that names nothing need not be about each of them.
        var isFound = notice.named().isEmpty()
                && notice.kind() == VendorNoticeKind.OPT_OUT_RECEIVED
                && disputes.size() < about.size();
        return isFound ? List.of() : disputes;
    }

    private Optional<String> contradiction(Line line, VendorNotice notice) {
        var spoken = LocalDate.ofInstant(notice.publishedAt(), ZoneOffset.UTC);
        return new Contradiction(Coverage.of(whole.announcedBy(spoken), tenant, line), ledger(line)).of(notice);
    }

    private Ledger ledger(Line line) {
        var coverage = Coverage.of(known, tenant, line);
        var own = own(line, coverage);
        return new Ledger(coverage, Course.of(known, coverage, tenant, own), known, own);
    }

    /**
     * What is on file of a line. Where a rule speaks of a part, what was said or obtained of the whole protocol is about that part too only as
     * far as the rule goes: a part that is left alone is not switched off with the rest, and what the rule does not offer is not obtained.
     */
    private Facts own(Line line, Coverage coverage) {
        var all = facts.of(line, lines);
        var rule = coverage.rule();
        if (all.isEmpty() || rule == null || rule.qualifier() == null) {
            return all;
        }
        return new Facts(
                rule.affected() ? all.notices() : List.of(),
                all.exemptions().stream()
                        .filter(exemption -> exemption.scope().qualifier() != null || isOffered(exemption, line))
                        .toList());
    }

    private boolean isOffered(Exemption exemption, Line line) {
        return switch (exemption.kind()) {
            case SELF_BLOCK, ALLOWED_APP -> true;
            case OPT_OUT, RE_ENABLE -> {
                var asked = LocalDate.ofInstant(exemption.requestedAt(), ZoneOffset.UTC);
                yield !Coverage.of(whole.announcedBy(asked), tenant, line)
                        .windows(exemption.kind())
                        .isEmpty();
            }
        };
    }

    /** The line that a protocol or a part of it goes by; for one that the programme never spoke of, one about which nothing is known. */
    private Line lineOf(Protocol protocol, @Nullable String qualifier) {
        var all = lines.stream().filter(line -> line.protocol() == protocol).toList();
        return all.stream()
                .filter(line -> qualifier == null || qualifier.equals(line.qualifier()))
                .findFirst()
                .or(() -> all.stream().findFirst())
                .orElse(Line.whole(protocol, AuthMethod.BASIC));
    }
}
