package dev.cutoff.timeline.rule;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Time in which a line is kept on although the rule would have it off.
 *
 * @param isComeback turns on again what was off, instead of keeping on what is on
 * @param isTakenBack ended by the tenant: what it had turned on again is off again
 * @param confirmedAt when the vendor confirmed it; null if it rests on the tenant's word
 */
record Protection(
        Span span,
        boolean isComeback,
        boolean isTakenBack,
        @Nullable Instant confirmedAt) {

    /** What the ledger and the vendor's notices give, each no longer than to the hard stop. */
    static List<Protection> of(Coverage coverage, List<Revision> revisions, Facts facts, List<Instant> reEnabled) {
        var protections = new ArrayList<Protection>();
        facts.exemptions().stream()
                .filter(exemption ->
                        exemption.kind() == ExemptionKind.OPT_OUT || exemption.kind() == ExemptionKind.RE_ENABLE)
                .map(exemption -> of(exemption, coverage, revisions, facts.notices()))
                .forEach(protections::add);
        facts.notices().stream()
                .filter(notice -> notice.kind() == VendorNoticeKind.OPT_OUT_RECEIVED)
                .map(notice ->
                        believed(ExemptionKind.OPT_OUT, notice.publishedAt(), coverage, revisions, facts.notices()))
                .forEach(protections::add);
        reEnabled.stream()
                .map(at -> believed(ExemptionKind.RE_ENABLE, at, coverage, revisions, facts.notices()))
                .forEach(protections::add);
        return protections.stream()
                .filter(protection -> !protection.span().isEmpty())
                .toList();
    }

    /** What a list of apps gives to a line that is on it: it keeps on what is on, and turns on what was off. */
    static List<Protection> of(AllowList list, Coverage coverage, List<Revision> revisions, Facts facts) {
        return list.with(coverage.line()).stream()
                .map(entry -> {
                    var exemption = entry.exemption();
                    var voided = Voiding.of(exemption.kind(), exemption.requestedAt(), revisions, facts.notices())
                            .map(Voiding::at)
                            .orElse(null);
                    var natural = Span.of(exemption.effectiveFrom(), exemption.worksUntil())
                            .endingBy(coverage.endOfAny(exemption.kind()))
                            .endingBy(voided);
                    var span = natural.endingBy(entry.span().until());
                    return new Protection(span, true, !span.equals(natural), exemption.confirmedAt());
                })
                .filter(protection -> !protection.span().isEmpty())
                .toList();
    }

    /** What one entry of the ledger gives. */
    static Protection of(Exemption exemption, Coverage coverage, List<Revision> revisions, List<VendorNotice> notices) {
        var voided = Voiding.of(exemption.kind(), exemption.requestedAt(), revisions, notices)
                .map(Voiding::at)
                .orElse(null);
        var natural = Span.of(exemption.effectiveFrom(), exemption.worksUntil())
                .endingBy(coverage.endOfAny(exemption.kind()))
                .endingBy(voided);
        var span = natural.endingBy(exemption.revokedAt());
        var confirmedAt = Span.earliest(
                exemption.confirmedAt(), confirmation(exemption, notices).orElse(null));
        return new Protection(
                span,
                exemption.kind() == ExemptionKind.RE_ENABLE,
                exemption.revokedAt() != null && exemption.revokedAt().equals(span.until()),
                confirmedAt);
    }

    /** The vendor's word about something of which no request need be on file: it is believed. */
    private static Protection believed(
            ExemptionKind kind, Instant at, Coverage coverage, List<Revision> revisions, List<VendorNotice> notices) {
        var window = kind == ExemptionKind.OPT_OUT ? PhaseKind.OPT_OUT_WINDOW : PhaseKind.RE_ENABLE_WINDOW;
        var until = coverage.phase(window).map(coverage::endOfExemption).orElse(coverage.hardStop());
        var voided = Voiding.of(kind, at, revisions, notices).map(Voiding::at).orElse(null);
        return new Protection(Span.of(at, until).endingBy(voided), kind == ExemptionKind.RE_ENABLE, false, at);
    }

    /** The first notice that confirms an exemption. */
    static Optional<Instant> confirmation(Exemption exemption, List<VendorNotice> notices) {
        var word = exemption.kind() == ExemptionKind.OPT_OUT
                ? VendorNoticeKind.OPT_OUT_RECEIVED
                : VendorNoticeKind.RE_ENABLED;
        return exemption.kind() == ExemptionKind.SELF_BLOCK || exemption.kind() == ExemptionKind.ALLOWED_APP
                ? Optional.empty()
                : notices.stream()
                        .filter(notice ->
                                notice.kind() == word && !notice.publishedAt().isBefore(exemption.requestedAt()))
                        .map(VendorNotice::publishedAt)
                        .min(Instant::compareTo);
    }

    Basis basisAt(Instant at) {
        return confirmedAt != null && !at.isBefore(confirmedAt) ? Basis.CONFIRMED : Basis.DECLARED;
    }
}
