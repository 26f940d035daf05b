package dev.cutoff.timeline.rule;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The vendor takes back what it had granted. Computed and never stored: a revision that voids a thousand exemptions is one insert, and
 * before its day they were good.
 *
 * @param at from then on there is no protection
 * @param by the revision or notice that says so
 */
record Voiding(Instant at, String by) {

    /**
     * The first voiding of what was asked for at an instant.
     *
     * @param revisions those that are known
     * @param notices about the same line
     */
    static Optional<Voiding> of(
            ExemptionKind kind, Instant requestedAt, List<Revision> revisions, List<VendorNotice> notices) {
        var byRevision = revisions.stream()
                .filter(revision -> revision.voids().contains(kind))
                .map(revision ->
                        new Voiding(revision.begins(), revision.source().name()));
        var byNotice = notices.stream()
                .filter(notice -> notice.kind() == VendorNoticeKind.OPT_OUT_VOIDED && kind == ExemptionKind.OPT_OUT)
                .map(notice -> new Voiding(notice.publishedAt(), notice.message()));
        return Stream.concat(byRevision, byNotice)
                .filter(voiding -> requestedAt.isBefore(voiding.at()))
                .min(Comparator.comparing(Voiding::at));
    }
}
