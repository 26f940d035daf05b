package dev.cutoff.notification.reach;

import dev.cutoff.commons.database.RecordMapper;
import dev.cutoff.commons.page.ListQuery;
import dev.cutoff.commons.page.Page;
import dev.cutoff.commons.page.Paging;
import dev.cutoff.commons.page.View;
import dev.cutoff.commons.security.TenantScope;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

@Singleton
class RecipientStore {

    /** What a list is narrowed to; null where it is not. */
    record Filter(@Nullable RecipientState state, @Nullable String recipient) {}

    private final Jdbi jdbi;

    RecipientStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    List<String> unreachable(UUID tenant, Collection<String> people) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select person from recipient
                        where tenant_id = :tenant and person = any(:people) and state = 'unreachable'""")
                .bind("tenant", tenant)
                .bind("people", people.toArray(String[]::new))
                .mapTo(String.class)
                .list());
    }

    /** Locked until the end of the transaction, so that two bounces of a person count one after the other. */
    Optional<RecipientRow> lock(UUID tenant, String person) {
        return jdbi.withHandle(handle -> handle.createQuery("select " + RecipientRow.COLUMNS
                        + " from recipient where tenant_id = :tenant and person = :person for update")
                .bind("tenant", tenant)
                .bind("person", person)
                .mapTo(RecipientRow.class)
                .findOne());
    }

    void add(RecipientRow row) {
        jdbi.useHandle(
                handle -> RecordMapper.bind(handle.createUpdate("""
                insert into recipient (tenant_id, id, version, person, state, reason, since, soft_bounces, marked_at)
                values (:tenantId, :id, :version, :person, :state, :reason, :since, :softBounces, :markedAt)
                on conflict (tenant_id, person) do nothing"""), row).execute());
    }

    void update(RecipientRow row) {
        jdbi.useHandle(
                handle -> RecordMapper.bind(handle.createUpdate("""
                update recipient
                set (version, state, reason, since, soft_bounces, marked_at)
                  = (:version, :state, :reason, :since, :softBounces, :markedAt)
                where tenant_id = :tenantId and id = :id"""), row).execute());
    }

    /** @param look makes of rows what is listed */
    Page<Recipient> list(
            TenantScope scope,
            Filter filter,
            View view,
            Paging paging,
            Function<List<RecipientRow>, List<Optional<Recipient>>> look) {
        return ListQuery.of(RecipientRow.class, RecipientRow.COLUMNS, "recipient")
                .within(scope, "tenant_id")
                .where("state = :state", "state", filter.state())
                .where("person = :recipient", "recipient", filter.recipient())
                .seen(view, Recipient.class)
                .sortable("recipient", "person", "text")
                .sortable("since", "since", "timestamptz")
                .key("tenant_id", "uuid")
                .key("id", "uuid")
                .page(jdbi, paging, look);
    }

    List<RecipientRow> find(TenantScope scope, Collection<UUID> ids) {
        var filter = scope.all() ? "" : " and tenant_id = any(:scope)";
        return jdbi.withHandle(handle -> {
            var query = handle.createQuery(
                            "select " + RecipientRow.COLUMNS + " from recipient where id = any(:ids)" + filter)
                    .bind("ids", ids.toArray(UUID[]::new));
            if (!scope.all()) {
                query.bind("scope", scope.array());
            }
            return query.mapTo(RecipientRow.class).list();
        });
    }
}
