package dev.cutoff.notification.reach;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a person in a tenant, as its row says.
 *
 * @param markedAt when a person last said that mail arrives: no bounce from before counts; null if nobody did
 */
record RecipientRow(
        UUID tenantId,
        UUID id,
        long version,
        String person,
        RecipientState state,
        RecipientReason reason,
        Instant since,
        int softBounces,
        @Nullable Instant markedAt) {

    static final String COLUMNS = "tenant_id, id, version, person, state, reason, since, soft_bounces, marked_at";

    /** Of whom nothing was heard before the bounce that is being noted; version 0 is never shown. */
    static RecipientRow unheard(UUID tenant, String person, Instant now) {
        return new RecipientRow(
                tenant,
                UUID.randomUUID(),
                0,
                person,
                RecipientState.REACHABLE,
                RecipientReason.FEW_BOUNCES,
                now,
                0,
                null);
    }

    /** Their own word stands, whatever bounces. */
    RecipientRow judged(Judgement judgement, Instant now) {
        if (reason.isTheirWord()) {
            return new RecipientRow(
                    tenantId, id, version + 1, person, state, reason, since, judgement.softBounces(), markedAt);
        }
        var isSame = judgement.state() == state;
        return new RecipientRow(
                tenantId,
                id,
                version + 1,
                person,
                judgement.state(),
                judgement.reason(),
                isSame ? since : now,
                judgement.softBounces(),
                markedAt);
    }

    RecipientRow marked(Instant now) {
        return new RecipientRow(
                tenantId, id, version + 1, person, RecipientState.REACHABLE, RecipientReason.MARKED, now, 0, now);
    }

    RecipientRow declined(RecipientReason why, Instant now) {
        return new RecipientRow(
                tenantId, id, version + 1, person, RecipientState.UNREACHABLE, why, now, softBounces, markedAt);
    }

    Recipient shown(@Nullable Bounce last) {
        return new Recipient(id, version, tenantId, person, state, reason, since, softBounces, last);
    }
}
