package dev.cutoff.notification.tenant;

import dev.cutoff.commons.database.RecordMapper;
import dev.cutoff.commons.security.TenantScope;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

@Singleton
class TenantStore {

    private static final String COLUMNS =
            "tenant_id as id, version, name, time_zone, locale, decision_contact," + " fallback_contact, planned_on";

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

    List<Tenant> first(TenantScope scope, int most) {
        return jdbi.withHandle(handle -> handle.createQuery("select " + COLUMNS
                        + " from tenant where :all or tenant_id = any(:tenants) order by tenant_id limit :most")
                .bind("all", scope.all())
                .bind("tenants", scope.array())
                .bind("most", most)
                .mapTo(Tenant.class)
                .list());
    }

    /** Those whose own day has gone on since they were planned. */
    List<Tenant> behind(Instant now) {
        return jdbi.withHandle(handle -> handle.createQuery("select " + COLUMNS + """
                         from tenant
                        where planned_on is null or planned_on <> (cast(:now as timestamptz) at time zone time_zone)::date""")
                .bind("now", now)
                .mapTo(Tenant.class)
                .list());
    }

    /** Whatever is newer by version wins. */
    void save(Collection<Tenant> tenants) {
        jdbi.useHandle(handle -> {
            var batch = handle.prepareBatch("""
                    insert into tenant (tenant_id, version, name, stated_zone, time_zone, locale, decision_contact,
                                        fallback_contact)
                    values (:id, :version, :name, :timeZone, coalesce(policy_zone(:id), :timeZone), :locale,
                            :decisionContact, :fallbackContact)
                    on conflict (tenant_id) do update
                    set (version, name, stated_zone, time_zone, locale, decision_contact, fallback_contact)
                      = (excluded.version, excluded.name, excluded.stated_zone, excluded.time_zone, excluded.locale,
                         excluded.decision_contact, excluded.fallback_contact)
                    where tenant.version < excluded.version""");
            tenants.forEach(tenant -> RecordMapper.bind(batch, tenant).add());
            batch.execute();
        });
    }

    long untold() {
        return jdbi.withHandle(handle -> handle.createQuery("select coalesce(sum(untold), 0) from tenant")
                .mapTo(Long.class)
                .one());
    }

    int people(UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery("select people from tenant where tenant_id = :id")
                .bind("id", id)
                .mapTo(Integer.class)
                .findOne()
                .orElse(0));
    }

    /** @param id of the tenant; null for all */
    void useZones(@Nullable UUID id) {
        jdbi.useHandle(handle ->
                handle.createUpdate("""
                update tenant set time_zone = coalesce(policy_zone(tenant_id), stated_zone)
                where (cast(:id as uuid) is null or tenant_id = :id)
                  and time_zone <> coalesce(policy_zone(tenant_id), stated_zone)""").bindByType("id", id, UUID.class).execute());
    }

    void planned(UUID id, LocalDate day, Reached reached) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                update tenant set planned_on = :day, clients = :clients, untold = :untold, people = :people where tenant_id = :id""")
                .bind("id", id)
                .bind("clients", reached.clients())
                .bind("untold", reached.untold())
                .bind("people", reached.people())
                .bind("day", day)
                .execute());
    }
}
