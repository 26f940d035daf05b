package dev.cutoff.timeline.exemption;

import dev.cutoff.commons.database.RecordMapper;
import dev.cutoff.commons.page.ListQuery;
import dev.cutoff.commons.page.Page;
import dev.cutoff.commons.page.Paging;
import dev.cutoff.commons.security.TenantScope;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Jdbi;

@Singleton
class ExemptionStore {

    private static final String COLUMNS =
            "id, version, tenant_id, programme, protocol, qualifier, kind, requested_at, recorded_at, confirmed_at, works_from, works_until,"
                    + " revoked_at, observed_off_at, channel, reference, reason, accounts, app_ids, requested_by";

    private final Jdbi jdbi;

    ExemptionStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    List<LedgerEntry> ofTenants(Collection<UUID> tenants) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select " + COLUMNS + " from exemption where tenant_id = any(:tenants)")
                        .bind("tenants", tenants.toArray(UUID[]::new))
                        .mapTo(LedgerEntry.class)
                        .list());
    }

    List<LedgerEntry> find(TenantScope scope, Collection<UUID> ids) {
        return jdbi.withHandle(handle -> {
            var query = handle.createQuery("select %s from exemption where id = any(:ids) and %s"
                            .formatted(COLUMNS, scope.all() ? "true" : "tenant_id = any(:scope)"))
                    .bind("ids", ids.toArray(UUID[]::new));
            return (scope.all() ? query : query.bind("scope", scope.array()))
                    .mapTo(LedgerEntry.class)
                    .list();
        });
    }

    /** @param look makes the exemption of its entry; what has become of it is computed, so SQL cannot filter on it */
    Page<ExemptionView> list(
            TenantScope scope,
            ExemptionFilter filter,
            Paging paging,
            Function<List<LedgerEntry>, List<Optional<ExemptionView>>> look) {
        return ListQuery.of(LedgerEntry.class, COLUMNS, "exemption")
                .within(scope, "tenant_id")
                .where("programme = :programme", "programme", filter.programme())
                .where("protocol = :protocol", "protocol", filter.protocol())
                .where("kind = :kind", "kind", filter.kind())
                .computed("status", filter.status())
                .computed("replaced", filter.replaced())
                .computed("endsBefore", filter.endsBefore())
                .sortable("requestedAt", "requested_at", "timestamptz")
                .sortable("recordedAt", "recorded_at", "timestamptz")
                .sortable("effectiveUntil", "coalesce(works_until, 'infinity')", "timestamptz")
                .key("tenant_id", "uuid")
                .key("id", "uuid")
                .page(jdbi, paging, look);
    }

    void save(Collection<LedgerEntry> entries) {
        jdbi.useHandle(handle -> {
            var batch = handle.prepareBatch("""
                    insert into exemption (id, version, tenant_id, programme, protocol, qualifier, kind, requested_at, recorded_at, confirmed_at,
                                           works_from, works_until, revoked_at, observed_off_at, channel, reference, reason, accounts,
                                           app_ids, requested_by)
                    values (:id, :version, :tenantId, :programme, :protocol, :qualifier, :kind, :requestedAt, :recordedAt, :confirmedAt,
                            :worksFrom, :worksUntil, :revokedAt, :observedOffAt, :channel, :reference, :reason, :accounts,
                            :appIds, :requestedBy)
                    on conflict (tenant_id, id) do update
                    set (version, confirmed_at, revoked_at, observed_off_at, channel, reference, reason, accounts, app_ids)
                      = (excluded.version, excluded.confirmed_at, excluded.revoked_at, excluded.observed_off_at, excluded.channel,
                         excluded.reference, excluded.reason, excluded.accounts, excluded.app_ids)""");
            entries.forEach(entry -> RecordMapper.bind(batch, entry).add());
            batch.execute();
        });
    }
}
