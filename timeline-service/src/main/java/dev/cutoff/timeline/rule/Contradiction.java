package dev.cutoff.timeline.rule;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the vendor's word about one line contradicts: the rule that it had announced itself, or the ledger.
 *
 * @param then what was announced when the vendor spoke
 * @param ledger of the line, with all that is on file
 */
record Contradiction(Coverage then, Ledger ledger) {

    /** What the notice contradicts, in words; empty if it fits. */
    Optional<String> of(VendorNotice notice) {
        return switch (notice.kind()) {
            case SCHEDULED, POSTPONED ->
                notice.day() == null ? Optional.empty() : ofSwitchOff(notice).or(() -> ofLateDay(notice));
            case DISABLED -> ofSwitchOff(notice);
            case TEMPORARILY_OFF -> ofUnaffected(notice).or(() -> ofExemption(notice));
            case RE_ENABLED -> ofReEnabling(notice);
            case OPT_OUT_RECEIVED ->
                hasRequest(ExemptionKind.OPT_OUT, notice)
                        ? Optional.empty()
                        : Optional.of("No opt-out of %s is on file.".formatted(then.line()));
            case OPT_OUT_VOIDED ->
                hasRequest(ExemptionKind.OPT_OUT, notice) || hasReceipt(notice)
                        ? Optional.empty()
                        : Optional.of("No opt-out of %s is on file that it could take back.".formatted(then.line()));
            case CANCELLED -> Optional.empty();
        };
    }

    private Optional<String> ofSwitchOff(VendorNotice notice) {
        return ofUnaffected(notice).or(() -> ofEarlyDay(notice)).or(() -> ofExemption(notice));
    }

    private Optional<String> ofUnaffected(VendorNotice notice) {
        return then.rule() != null && !then.rule().affected() && !isInWave(moment(notice))
                ? Optional.of("%s says that %s is not affected.".formatted(then.source(), then.line()))
                : Optional.empty();
    }

    private Optional<String> ofEarlyDay(VendorNotice notice) {
        var begins = then.begins();
        return begins != null && moment(notice).isBefore(begins) && !isInWave(moment(notice))
                ? Optional.of("By %s switching off begins on %s.".formatted(then.source(), then.dayOf(begins)))
                : Optional.empty();
    }

    private Optional<String> ofLateDay(VendorNotice notice) {
        return then.phase(PhaseKind.PERMANENT_OFF)
                .flatMap(end -> Optional.ofNullable(end.to()))
                .filter(last -> notice.day() != null && notice.day().isAfter(last))
                .map(last -> "By %s everybody is off for good by %s.".formatted(then.source(), last));
    }

    /** A word about all that is being rolled out says nothing against an exemption. */
    private Optional<String> ofExemption(VendorNotice notice) {
        var facts = ledger.facts();
        return facts.exemptions().stream()
                .filter(exemption -> notice.named().contains(exemption.protocol()))
                .filter(exemption ->
                        exemption.kind() == ExemptionKind.OPT_OUT || exemption.kind() == ExemptionKind.RE_ENABLE)
                .filter(exemption -> !exemption.requestedAt().isAfter(notice.publishedAt()))
                .filter(exemption -> !exemption.turnsOnAt(moment(notice)))
                .filter(exemption -> Protection.of(exemption, ledger.coverage(), ledger.revisions(), facts.notices())
                        .span()
                        .contains(moment(notice)))
                .min(Comparator.comparing(Exemption::requestedAt).thenComparing(Exemption::id))
                .map(exemption -> "The %s of %s should keep it on then (exemptions/%s)."
                        .formatted(Words.of(exemption.kind()), then.dayOf(exemption.requestedAt()), exemption.id()));
    }

    /** The answer to a request on file finds it on already, for that works before the vendor confirms it; it was taken for what was off only. */
    private Optional<String> ofReEnabling(VendorNotice notice) {
        var at = notice.publishedAt();
        var hardStop = then.hardStop();
        if (hardStop != null && !at.isBefore(hardStop)) {
            return Optional.of(
                    "By %s nothing turns it on again from %s on.".formatted(then.source(), then.dayOf(hardStop)));
        }
        var before = at.minusNanos(1);
        var course = ledger.course();
        var wasOff = course.offAt(before) != null || course.isTestedAt(before) || course.isOffByRuleAt(before);
        return wasOff || hasRequest(ExemptionKind.RE_ENABLE, notice)
                ? Optional.empty()
                : Optional.of("Nothing on file says that %s was off.".formatted(then.line()));
    }

    private boolean hasRequest(ExemptionKind kind, VendorNotice notice) {
        return ledger.facts().exemptions().stream()
                .anyMatch(exemption ->
                        exemption.kind() == kind && !exemption.requestedAt().isAfter(notice.publishedAt()));
    }

    private boolean hasReceipt(VendorNotice notice) {
        return ledger.facts().notices().stream()
                .anyMatch(other -> other.kind() == VendorNoticeKind.OPT_OUT_RECEIVED
                        && !other.publishedAt().isAfter(notice.publishedAt()));
    }

    private boolean isInWave(Instant moment) {
        return Stream.ofNullable(then.rule())
                .flatMap(rule -> rule.phases().stream())
                .anyMatch(phase ->
                        phase.wave() != null && !phase.span(then.zone()).isAfter(moment));
    }

    private Instant moment(VendorNotice notice) {
        return notice.moment(then.zone());
    }
}
