package dev.cutoff.inventory.client;

import dev.cutoff.commons.database.RecordMapper;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

@Singleton
class ExplanationStore {

    private record Row(
            OwnerReason reason,
            @Nullable UUID ruleId,
            String value,
            UUID ownerId,
            @Nullable String ownerName,
            String ownerEmail,
            @Nullable String ownerLocale) {

        OwnerExplanation.Candidate candidate() {
            return new OwnerExplanation.Candidate(
                    reason, ruleId, value, new ClientOwner(ownerId, ownerName, ownerEmail, ownerLocale));
        }
    }

    private final Jdbi jdbi;

    ExplanationStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** By the query that gives clients their owners, so that it cannot say anything else. */
    List<OwnerExplanation.Candidate> candidates(UUID tenant, UUID client) {
        return jdbi.withHandle(handle -> handle.createQuery("with affected as (select cast(:client as uuid) as id),\n"
                        + "place as (" + OwnerCandidates.PLACES + "),\n" + OwnerCandidates.CANDIDATE
                        + """

                shown as (
                    select c.id, case when 'ownerEmail' = any(c.person_fields) then 'person'
                                 else coalesce(c.field_sources ->> 'ownerEmail', 'its source') end as named_by
                    from client c where c.tenant_id = :tenant and c.id = :client)
                select k.reason, k.rule_id, coalesce(r.value, s.named_by) as value, o.id as owner_id, o.name as owner_name,
                       o.email as owner_email, o.locale as owner_locale
                from candidate k
                cross join shown s
                join owner o on o.tenant_id = :tenant and o.id = k.owner_id
                left join owner_rule r on r.tenant_id = :tenant and r.id = k.rule_id
                order by k.precedence, k.nearness""")
                .bind("tenant", tenant)
                .bind("client", client)
                .map(RecordMapper.of(Row.class))
                .map(Row::candidate)
                .list());
    }
}
