package dev.cutoff.inventory.tenant;

import dev.cutoff.commons.database.RecordMapper;
import dev.cutoff.commons.database.ScopedQuery;
import dev.cutoff.commons.page.ListQuery;
import dev.cutoff.commons.page.Page;
import dev.cutoff.commons.page.Paging;
import dev.cutoff.commons.page.SearchText;
import dev.cutoff.commons.page.View;
import dev.cutoff.commons.security.TenantScope;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.Jdbi;

@Singleton
class TenantStore {

    private static final String COLUMNS =
            "tenant_id as id, version, name, primary_domain, cloud, created_on, time_zone, locale,"
                    + " decision_contact, fallback_contact, groups, licences";

    private final Jdbi jdbi;

    /** Tenants are never removed, so whoever was found once need not be looked for at every list. */
    private final Set<UUID> known = ConcurrentHashMap.newKeySet();

    TenantStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    List<Tenant> find(Collection<UUID> ids) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select " + COLUMNS + " from tenant where tenant_id = any(:ids)")
                        .bind("ids", ids.toArray(UUID[]::new))
                        .mapTo(Tenant.class)
                        .list());
    }

    boolean isKnown(UUID id) {
        if (known.contains(id)) {
            return true;
        }
        var found = ScopedQuery.list(
                jdbi,
                "select tenant_id from tenant where tenant_id = :id",
                query -> query.bind("id", id),
                (row, _) -> row.getObject(1, UUID.class));
        known.addAll(found);
        return !found.isEmpty();
    }

    /** One writer at a time: two that create the same tenant must not both find it missing. */
    void lock() {
        jdbi.useHandle(handle -> handle.execute("select pg_advisory_xact_lock(hashtext('tenant'))"));
    }

    Page<Tenant> list(TenantScope scope, TenantFilter filter, View view, Paging paging) {
        return ListQuery.of(Tenant.class, COLUMNS, "tenant")
                .within(scope, "tenant_id")
                .where("cloud = :cloud", "cloud", filter.cloud())
                .where("primary_domain = :primaryDomain", "primaryDomain", filter.primaryDomain())
                .where("groups @> array[cast(:group as text)]", "group", filter.group())
                .where("licences @> array[cast(:licence as text)]", "licence", filter.licence())
                .where("position(:q in search) > 0", "q", filter.q() == null ? null : SearchText.fold(filter.q()))
                .sortable("name", "name", "text")
                .sortable("createdOn", "coalesce(created_on, 'infinity')", "date")
                .key("tenant_id", "uuid")
                .seen(view, Tenant.class)
                .page(jdbi, paging);
    }

    void save(Collection<Tenant> tenants) {
        jdbi.useHandle(handle -> {
            var batch = handle.prepareBatch("""
                    insert into tenant (tenant_id, version, name, primary_domain, cloud, created_on, time_zone, locale,
                                        decision_contact, fallback_contact, groups, licences, search)
                    values (:id, :version, :name, :primaryDomain, :cloud, :createdOn, :timeZone, :locale,
                            :decisionContact, :fallbackContact, :groups, :licences, :search)
                    on conflict (tenant_id) do update
                    set (version, name, primary_domain, cloud, created_on, time_zone, locale,
                         decision_contact, fallback_contact, groups, licences, search)
                      = (excluded.version, excluded.name, excluded.primary_domain, excluded.cloud, excluded.created_on,
                         excluded.time_zone, excluded.locale, excluded.decision_contact, excluded.fallback_contact,
                         excluded.groups, excluded.licences, excluded.search)""");
            tenants.forEach(tenant -> RecordMapper.bind(batch, tenant)
                    .bind(
                            "search",
                            SearchText.fold(
                                    tenant.name(),
                                    tenant.primaryDomain(),
                                    tenant.id().toString()))
                    .add());
            batch.execute();
        });
    }
}
