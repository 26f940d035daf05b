package dev.cutoff.timeline.tenant;

import dev.cutoff.commons.database.RecordMapper;
import dev.cutoff.commons.security.TenantScope;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

@Singleton
class TenantStore {

    private static final String COLUMNS = "tenant_id, version, name, cloud, created_on, licences";

    private final Jdbi jdbi;

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

    /**
     * The next tenants in the order of their ids.
     *
     * @param from the first that may be among them; null for the very first
     * @param isAfter whether {@code from} itself is left out
     */
    List<Tenant> next(TenantScope scope, @Nullable UUID from, boolean isAfter, int limit) {
        var sql = "select %s from tenant where %s and %s order by tenant_id limit :limit"
                .formatted(
                        COLUMNS,
                        scope.all() ? "true" : "tenant_id = any(:scope)",
                        from == null ? "true" : isAfter ? "tenant_id > :from" : "tenant_id >= :from");
        return jdbi.withHandle(handle -> {
            var query = handle.createQuery(sql).bind("limit", limit);
            if (!scope.all()) {
                query.bind("scope", scope.array());
            }
            if (from != null) {
                query.bind("from", from);
            }
            return query.mapTo(Tenant.class).list();
        });
    }

    long count(TenantScope scope) {
        return jdbi.withHandle(handle -> {
            var query = handle.createQuery(
                    "select count(*) from tenant where " + (scope.all() ? "true" : "tenant_id = any(:scope)"));
            if (!scope.all()) {
                query.bind("scope", scope.array());
            }
            return query.mapTo(Long.class).one();
        });
    }

    /** Keeps what is newer: the feed and a read-through may cross. */
    void save(Collection<Tenant> tenants) {
        jdbi.useHandle(handle -> {
            var batch = handle.prepareBatch("""
                    insert into tenant (tenant_id, version, name, cloud, created_on, licences)
                    values (:tenantId, :version, :name, :cloud, :createdOn, :licences)
                    on conflict (tenant_id) do update
                    set (version, name, cloud, created_on, licences)
                      = (excluded.version, excluded.name, excluded.cloud, excluded.created_on, excluded.licences)
                    where tenant.version < excluded.version""");
            tenants.forEach(tenant -> RecordMapper.bind(batch, tenant).add());
            batch.execute();
        });
    }

    void delete(Collection<UUID> ids) {
        jdbi.useHandle(handle -> handle.createUpdate("delete from tenant where tenant_id = any(:ids)")
                .bind("ids", ids.toArray(UUID[]::new))
                .execute());
    }

    /** In one order, so that two who want several of the same wait for each other instead of deadlocking. */
    void lock(Collection<UUID> ids) {
        jdbi.useHandle(handle -> handle.createQuery("""
                select pg_advisory_xact_lock(hashtextextended(id, 0))::text
                from (select distinct unnest(:ids)::text as id order by 1) as sorted""")
                .bind("ids", ids.toArray(UUID[]::new))
                .mapTo(String.class)
                .list());
    }
}
