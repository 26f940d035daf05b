package dev.cutoff.timeline.rule;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Time in which the tenant itself keeps a line off.
 *
 * @param until null if it has not ended it
 * @param words what it did
 */
record SelfBlock(Instant since, @Nullable Instant until, String words) {

    /** By its own switch, or because the line is not on the list of what it lets through. */
    static List<SelfBlock> of(Line line, List<Exemption> exemptions, AllowList list) {
        var switched = exemptions.stream()
                .filter(exemption -> exemption.kind() == ExemptionKind.SELF_BLOCK
                        && !exemption.scope().isForNamedAccounts())
                .map(exemption -> new SelfBlock(
                        exemption.effectiveFrom(), exemption.revokedAt(), "Blocked by the tenant itself"));
        var unlisted = list.without(line).stream()
                .map(entry -> new SelfBlock(
                        entry.exemption().effectiveFrom(),
                        entry.span().until(),
                        "The tenant lets only the apps on its list through"));
        return Stream.concat(switched, unlisted)
                .filter(block -> !block.span().isEmpty())
                .toList();
    }

    Span span() {
        return Span.of(since, until);
    }

    Standing standing(ZoneId zone) {
        var day = since.atZone(zone).toLocalDate();
        return new Standing(State.BLOCKED_BY_TENANT, Basis.DECLARED, Cutoff.on(day, words + " since " + day + "."));
    }
}
