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

    /** The tenant's own. */
    private static final String TODAY = "(cast(:now as timestamptz) at time zone time_zone)::date";

    private static final String BEHIND = "(planned_on is null or planned_on <> " + TODAY + ")";

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
        return jdbi.withHandle(handle -> handle.createQuery("select " + COLUMNS + " from tenant where " + BEHIND)
                .bind("now", now)
                .mapTo(Tenant.class)
                .list());
    }

    boolean isAnyBehind(Instant now) {
        return jdbi.withHandle(handle -> handle.createQuery("select exists (select from tenant where " + BEHIND + ")")
                .bind("now", now)
                .mapTo(Boolean.class)
                .one());
    }

    /** Those of them that are to be looked at by now, that have new evidence, or whose day has gone back. */
    List<UUID> dueForALook(Instant now) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select tenant_id from tenant where " + BEHIND + """
                         and (has_new_evidence or look_on <= %1$s or planned_on > %1$s)""".formatted(TODAY))
                        .bind("now", now)
                        .mapTo(UUID.class)
                        .list());
    }

    /** In one order everywhere, so that two who hold several never wait for each other. */
    void lock(Collection<UUID> ids) {
        jdbi.useHandle(handle -> handle.createQuery(
                        "select tenant_id from tenant where tenant_id = any(:ids) order by tenant_id for no key update")
                .bind("ids", ids.toArray(UUID[]::new))
                .mapTo(UUID.class)
                .list());
    }

    void passedOver(Collection<UUID> ids, Instant now) {
        lock(ids);
        jdbi.useHandle(handle -> handle.createUpdate(
                        "update tenant set planned_on = %s where tenant_id = any(:ids)".formatted(TODAY))
                .bind("ids", ids.toArray(UUID[]::new))
                .bind("now", now)
                .execute());
    }

    void noteEvidence(Collection<UUID> ids) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "update tenant set has_new_evidence = true where tenant_id = any(:ids) and not has_new_evidence")
                .bind("ids", ids.toArray(UUID[]::new))
                .execute());
    }

    void takeUpEvidence(UUID id) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "update tenant set has_new_evidence = false where tenant_id = :id and has_new_evidence")
                .bind("id", id)
                .execute());
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
                where tenant_id in (
                    select tenant_id from tenant
                    where (cast(:id as uuid) is null or tenant_id = :id)
                      and time_zone <> coalesce(policy_zone(tenant_id), stated_zone)
                    order by tenant_id for no key update)""").bindByType("id", id, UUID.class).execute());
    }

    void planned(UUID id, LocalDate day, Reached reached, @Nullable LocalDate lookOn) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                update tenant set planned_on = :day, look_on = :lookOn, clients = :clients, untold = :untold, people = :people
                where tenant_id = :id""")
                .bind("id", id)
                .bindByType("lookOn", lookOn, LocalDate.class)
                .bind("clients", reached.clients())
                .bind("untold", reached.untold())
                .bind("people", reached.people())
                .bind("day", day)
                .execute());
    }
}
