package dev.cutoff.timeline.rule;

import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What has become of an exemption.
 *
 * @param confirmedAt when the vendor confirmed it, by an answer or by a notice; null if it has not
 * @param effectiveUntil first moment at which it no longer works, voiding and revocation apart; null if nothing ends it
 * @param voidedAt null if it was not voided
 * @param voidedBy the revision or notice that did; null if it was not voided
 * @param replacedBy the exemption that took its place: asked for again once it was voided, or the list of apps after it; null if none has
 */
public record ExemptionStanding(
        ExemptionStatus status,
        @Nullable Instant confirmedAt,
        Instant effectiveFrom,
        @Nullable Instant effectiveUntil,
        @Nullable Instant voidedAt,
        @Nullable String voidedBy,
        @Nullable UUID replacedBy) {

    /** Of these the latest is the vendor's plan. */
    private static final Set<VendorNoticeKind> PLANS =
            EnumSet.of(VendorNoticeKind.SCHEDULED, VendorNoticeKind.POSTPONED, VendorNoticeKind.CANCELLED);

    /** @param facts of the same line */
    static ExemptionStanding of(
            Exemption exemption, Coverage coverage, List<Revision> revisions, Facts facts, Instant at) {
        var voiding = Voiding.of(exemption.kind(), exemption.requestedAt(), revisions, facts.notices())
                .filter(known -> !at.isBefore(known.at()))
                .orElse(null);
        var protects = exemption.kind() != ExemptionKind.SELF_BLOCK;
        var span = Span.of(exemption.effectiveFrom(), exemption.worksUntil())
                .endingBy(protects ? coverage.endOfAny(exemption.kind()) : null)
                .endingBy(AllowList.replacedAt(exemption, facts.exemptions()));
        var confirmedAt = Span.earliest(
                exemption.confirmedAt(),
                Protection.confirmation(exemption, facts.notices()).orElse(null));
        var protectedSpan = span.endingBy(voiding == null ? null : voiding.at()).endingBy(exemption.revokedAt());
        return new ExemptionStanding(
                status(
                        exemption,
                        voiding,
                        protects && isDisputed(exemption, protectedSpan, coverage, facts, at),
                        span,
                        confirmedAt,
                        at),
                confirmedAt,
                exemption.effectiveFrom(),
                span.until(),
                voiding == null ? null : voiding.at(),
                voiding == null ? null : voiding.by(),
                replacedBy(exemption, voiding, facts.exemptions()));
    }

    private static @Nullable UUID replacedBy(
            Exemption exemption, @Nullable Voiding voiding, List<Exemption> exemptions) {
        if (voiding == null) {
            return AllowList.successor(exemption, exemptions).map(Exemption::id).orElse(null);
        }
        return exemptions.stream()
                .filter(other -> other.kind() == exemption.kind() && other.revokedAt() == null)
                .filter(other -> Objects.equals(
                        other.scope().qualifier(), exemption.scope().qualifier()))
                .filter(other -> !other.requestedAt().isBefore(voiding.at()))
                .min(Comparator.comparing(Exemption::requestedAt).thenComparing(Exemption::id))
                .map(Exemption::id)
                .orElse(null);
    }

    private static ExemptionStatus status(
            Exemption exemption,
            @Nullable Voiding voiding,
            boolean isDisputed,
            Span span,
            @Nullable Instant confirmedAt,
            Instant at) {
        if (exemption.revokedAt() != null && !at.isBefore(exemption.revokedAt())) {
            return ExemptionStatus.REVOKED;
        }
        if (voiding != null) {
            return ExemptionStatus.VOIDED;
        }
        if (isDisputed) {
            return ExemptionStatus.DISPUTED;
        }
        if (span.isOver(at)) {
            return ExemptionStatus.EXPIRED;
        }
        return confirmedAt != null && !at.isBefore(confirmedAt) ? ExemptionStatus.CONFIRMED : ExemptionStatus.REQUESTED;
    }

    /**
     * The vendor says of this very protocol that it switched it off while the exemption should have kept it on; or, having the request,
     * that it will.
     */
    private static boolean isDisputed(Exemption exemption, Span span, Coverage coverage, Facts facts, Instant at) {
        var said = facts.notices().stream()
                .filter(notice -> !notice.publishedAt().isAfter(at))
                .filter(notice -> notice.named().contains(exemption.protocol()))
                .toList();
        var isOff = said.stream()
                .filter(notice ->
                        notice.kind() == VendorNoticeKind.DISABLED || notice.kind() == VendorNoticeKind.TEMPORARILY_OFF)
                .map(notice -> notice.moment(coverage.zone()))
                .anyMatch(moment -> span.contains(moment) && !exemption.turnsOnAt(moment));
        return isOff
                || said.stream()
                        .filter(notice -> PLANS.contains(notice.kind()))
                        .max(VendorNotice.ORDER)
                        .filter(notice -> notice.day() != null)
                        .filter(notice -> notice.publishedAt().isAfter(exemption.requestedAt()))
                        .filter(notice -> span.contains(notice.moment(coverage.zone())))
                        .isPresent();
    }
}
