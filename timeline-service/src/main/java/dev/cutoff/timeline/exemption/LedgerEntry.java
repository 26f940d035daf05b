package dev.cutoff.timeline.exemption;

import dev.cutoff.timeline.rule.Channel;
import dev.cutoff.timeline.rule.Exemption;
import dev.cutoff.timeline.rule.ExemptionKind;
import dev.cutoff.timeline.rule.Protocol;
import dev.cutoff.timeline.rule.Scope;
import dev.cutoff.timeline.rule.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An exemption as it was recorded: a row.
 *
 * @param worksFrom when it should work as long as nobody confirms it
 * @param worksUntil first moment at which it no longer works by the rule that gave it
 */
record LedgerEntry(
        UUID id,
        long version,
        UUID tenantId,
        String programme,
        Protocol protocol,
        @Nullable String qualifier,
        ExemptionKind kind,
        Instant requestedAt,
        Instant recordedAt,
        @Nullable Instant confirmedAt,
        Instant worksFrom,
        @Nullable Instant worksUntil,
        @Nullable Instant revokedAt,
        @Nullable Instant observedOffAt,
        @Nullable Channel channel,
        @Nullable String reference,
        @Nullable String reason,
        List<String> accounts,
        List<String> appIds,
        String requestedBy) {

    /** What makes an entry this one: who tells of it again means the same. */
    record Key(
            UUID tenantId,
            String programme,
            Protocol protocol,
            @Nullable String qualifier,
            ExemptionKind kind,
            Instant requestedAt) {}

    static LedgerEntry of(Key key, NewExemption told, Verdict.Granted granted, Instant recordedAt, String requestedBy) {
        return new LedgerEntry(
                UUID.randomUUID(),
                1,
                key.tenantId(),
                key.programme(),
                key.protocol(),
                key.qualifier(),
                key.kind(),
                key.requestedAt(),
                recordedAt,
                told.confirmedAt(),
                granted.from(),
                granted.until(),
                null,
                told.observedOffAt(),
                granted.channel(),
                told.reference(),
                told.reason(),
                told.accounts(),
                told.appIds(),
                requestedBy);
    }

    Key key() {
        return new Key(tenantId, programme, protocol, qualifier, kind, requestedAt);
    }

    Exemption fact() {
        return new Exemption(
                id,
                protocol,
                kind,
                requestedAt,
                recordedAt,
                confirmedAt,
                worksFrom,
                worksUntil,
                revokedAt,
                observedOffAt,
                new Scope(qualifier, !accounts.isEmpty(), appIds));
    }

    /** The same entry, one version on, confirmed. */
    LedgerEntry confirmed(Instant at, @Nullable String withReference) {
        return retold(at, observedOffAt, channel, withReference, reason, accounts, appIds);
    }

    /** The same entry, one version on, with what is told of it now; this if nothing differs. */
    LedgerEntry retold(NewExemption told) {
        return retold(
                told.confirmedAt(),
                told.observedOffAt(),
                told.channel(),
                told.reference(),
                told.reason(),
                told.accounts(),
                told.appIds());
    }

    private LedgerEntry retold(
            @Nullable Instant confirmed,
            @Nullable Instant seenOff,
            @Nullable Channel byChannel,
            @Nullable String withReference,
            @Nullable String why,
            List<String> forAccounts,
            List<String> forApps) {
        var changed = new LedgerEntry(
                id,
                version,
                tenantId,
                programme,
                protocol,
                qualifier,
                kind,
                requestedAt,
                recordedAt,
                confirmed,
                worksFrom,
                worksUntil,
                revokedAt,
                seenOff,
                byChannel,
                withReference,
                why,
                forAccounts,
                forApps,
                requestedBy);
        return changed.equals(this) ? this : changed.next(revokedAt);
    }

    LedgerEntry revoked(Instant at) {
        return next(at);
    }

    private LedgerEntry next(@Nullable Instant revoked) {
        return new LedgerEntry(
                id,
                version + 1,
                tenantId,
                programme,
                protocol,
                qualifier,
                kind,
                requestedAt,
                recordedAt,
                confirmedAt,
                worksFrom,
                worksUntil,
                revoked,
                observedOffAt,
                channel,
                reference,
                reason,
                accounts,
                appIds,
                requestedBy);
    }
}
