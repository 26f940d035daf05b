package dev.cutoff.timeline.rule;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * One programme seen by one tenant, by the facts that were known on a day: the door to the rules.
 *
 * @param whole the programme with all revisions, known on that day or not: what was not announced yet is answered as unknown
 * @param known the same as it was known on that day
 * @param facts those known on that day
 */
public record Prospect(Programme whole, Programme known, TenantAttributes tenant, Facts facts) {

    public static Prospect of(Programme programme, TenantAttributes tenant, Facts facts, LocalDate knownOn) {
        return new Prospect(programme, programme.knownOn(knownOn), tenant, facts.knownOn(knownOn));
    }

    /**
     * For a request that is recorded, perhaps late: the revision of the day on which it was made holds, and every fact on file counts.
     */
    public static Prospect onFile(Programme programme, TenantAttributes tenant, Facts facts, LocalDate requestedOn) {
        return new Prospect(programme, programme.knownOn(requestedOn), tenant, facts);
    }

    /** What holds at an instant, line by line. */
    public List<Outlook> at(Instant at, Predicate<Line> asked) {
        return lines().stream().filter(asked).map(line -> outlook(line, at)).toList();
    }

    /** Every line that the programme ever spoke of, and what is on file beside: a fact that is not shown would be lost. */
    private SortedSet<Line> lines() {
        var lines = new TreeSet<>(whole.lines());
        lines.addAll(allowedApps(lines));
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
    private List<Line> allowedApps(SortedSet<Line> lines) {
        return facts.exemptions().stream()
                .flatMap(exemption -> exemption.appIds().stream()
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
                Statement.declared(ledger.facts(), known.revisions(), at),
                Statement.confirmed(ledger.facts(), at),
                Statement.observed(ledger.facts(), at),
                ledger.coverage().assumes(),
                ledger.coverage().revision(),
                ledger.coverage().rule());
    }

    /** What the rules say to a request for one protocol. */
    public Verdict judge(Protocol protocol, ExemptionRequest request) {
        return ledger(lineOf(protocol)).judge(request);
    }

    /** What remains possible for one protocol at an instant, when a request was refused. */
    public List<AllowedAction> remaining(Protocol protocol, Instant at) {
        var ledger = ledger(lineOf(protocol));
        return new Actions(ledger, Timeline.of(ledger.course()), at).remaining();
    }

    /** The protocols that a notice means which names none: those that are being rolled out to this tenant. */
    public List<Protocol> rolledOut() {
        var protocols = new ArrayList<Protocol>();
        for (var line : lines()) {
            var rule = Coverage.of(known, tenant, line).rule();
            if (rule != null && rule.takesTenants() && !protocols.contains(line.protocol())) {
                protocols.add(line.protocol());
            }
        }
        return protocols;
    }

    /** What has become of an exemption by an instant. */
    public ExemptionStanding standing(Exemption exemption, Instant at) {
        var line = lineOf(exemption.protocol());
        return ExemptionStanding.of(
                exemption, Coverage.of(known, tenant, line), known.revisions(), facts.of(line.protocol()), at);
    }

    private Ledger ledger(Line line) {
        var coverage = Coverage.of(known, tenant, line);
        return new Ledger(
                coverage, Course.of(known, coverage, tenant, facts), known.revisions(), facts.of(line.protocol()));
    }

    /** The line of a protocol; for one that the programme never spoke of, a line about which nothing is known. */
    private Line lineOf(Protocol protocol) {
        return lines().stream()
                .filter(line -> line.protocol() == protocol)
                .findFirst()
                .orElse(Line.whole(protocol, AuthMethod.BASIC));
    }
}
