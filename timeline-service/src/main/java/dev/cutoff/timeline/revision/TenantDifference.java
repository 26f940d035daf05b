package dev.cutoff.timeline.revision;

import dev.cutoff.timeline.rule.AllowedAction;
import dev.cutoff.timeline.rule.Cutoff;
import dev.cutoff.timeline.rule.Exemption;
import dev.cutoff.timeline.rule.Facts;
import dev.cutoff.timeline.rule.Line;
import dev.cutoff.timeline.rule.Outlook;
import dev.cutoff.timeline.rule.Programme;
import dev.cutoff.timeline.rule.Prospect;
import dev.cutoff.timeline.rule.Revision;
import dev.cutoff.timeline.rule.State;
import dev.cutoff.timeline.tenant.Tenant;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The difference that a revision would make to one tenant, now. */
record TenantDifference(Tenant tenant, Programme programme, Programme withRevision, Facts facts, Instant now) {

    List<RevisionDifference> differences() {
        var before = prospect(programme);
        var after = prospect(withRevision);
        // By name, as a sorted map has it: the revision may say better which part a name means.
        Map<Line, Outlook> was = before.at(now, line -> true).stream()
                .collect(Collectors.toMap(Outlook::line, Function.identity(), (one, other) -> one, TreeMap::new));
        // A line that only the revision speaks of is one about which nothing was said before.
        var differences = new ArrayList<RevisionDifference>();
        for (var will : after.at(now, line -> true)) {
            difference(Optional.ofNullable(was.get(will.line())), will, before, after)
                    .ifPresent(differences::add);
        }
        return differences;
    }

    private Prospect prospect(Programme known) {
        return Prospect.of(known, tenant.attributes(), facts, LocalDate.ofInstant(now, ZoneOffset.UTC));
    }

    private Optional<RevisionDifference> difference(
            Optional<Outlook> was, Outlook will, Prospect before, Prospect after) {
        var one = was.map(TenantDifference::side).orElseGet(() -> unknown(will));
        var other = side(will);
        var exemptions = exemptions(will.line(), before, after);
        return isSame(one, other) && exemptions.isEmpty()
                ? Optional.empty()
                : Optional.of(new RevisionDifference(
                        tenant.tenantId(),
                        programme.id(),
                        will.line().protocol(),
                        will.line().authMethod(),
                        will.line().qualifier(),
                        will.line().part(),
                        one,
                        other,
                        new Move(one, other).inWords(),
                        exemptions));
    }

    private List<RevisionDifference.ExemptionDifference> exemptions(Line line, Prospect before, Prospect after) {
        return facts.exemptions().stream()
                .filter(exemption -> exemption.protocol() == line.protocol())
                .filter(exemption -> exemption.scope().qualifier() == null
                        || exemption.scope().qualifier().equals(line.qualifier()))
                .flatMap(exemption -> exemption(exemption, before, after).stream())
                .toList();
    }

    private Optional<RevisionDifference.ExemptionDifference> exemption(
            Exemption exemption, Prospect before, Prospect after) {
        var was = before.standing(exemption, now);
        var will = after.standing(exemption, now);
        if (was.equals(will)) {
            return Optional.empty();
        }
        var why = will.voidedBy() != null && was.voidedBy() == null
                ? "Voided by %s: it must be asked for again.".formatted(will.voidedBy())
                : "It would be %s until %s instead of %s until %s."
                        .formatted(
                                Move.word(will.status()),
                                Move.orOpen(will.effectiveUntil()),
                                Move.word(was.status()),
                                Move.orOpen(was.effectiveUntil()));
        return Optional.of(new RevisionDifference.ExemptionDifference(
                exemption.id(),
                exemption.kind(),
                was.status(),
                will.status(),
                was.effectiveUntil(),
                will.effectiveUntil(),
                why));
    }

    /** The wording of the reason, and which revision it comes from, always differ; that moves nothing. */
    private static boolean isSame(RevisionDifference.Side one, RevisionDifference.Side other) {
        return one.state() == other.state()
                && Objects.equals(one.until(), other.until())
                && one.cutoff().isSameTime(other.cutoff())
                && Objects.equals(one.decisionBy(), other.decisionBy())
                && one.possible().equals(other.possible());
    }

    private static RevisionDifference.Side side(Outlook outlook) {
        return new RevisionDifference.Side(
                outlook.state(),
                outlook.span().until(),
                outlook.cutoff(),
                outlook.decisionBy(),
                outlook.allowedActions().stream()
                        .filter(AllowedAction::allowed)
                        .map(AllowedAction::action)
                        .toList(),
                Optional.ofNullable(outlook.revision()).map(Revision::id).orElse(null),
                Optional.ofNullable(outlook.rule()).map(rule -> rule.id()).orElse(null));
    }

    private static RevisionDifference.Side unknown(Outlook will) {
        return new RevisionDifference.Side(
                State.UNKNOWN,
                null,
                new Cutoff(null, null, null, null, "Nothing has been announced about " + will.line() + "."),
                null,
                List.of(),
                null,
                null);
    }
}
