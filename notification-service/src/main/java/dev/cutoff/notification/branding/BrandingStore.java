package dev.cutoff.notification.branding;

import dev.cutoff.commons.database.RecordMapper;
import dev.cutoff.commons.page.ListQuery;
import dev.cutoff.commons.page.Page;
import dev.cutoff.commons.page.Paging;
import dev.cutoff.commons.security.TenantScope;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

@Singleton
class BrandingStore {

    private static final String COLUMNS = "tenant_id, version, name, colour, contact, footer";

    private final Jdbi jdbi;

    BrandingStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    List<Branding> find(Collection<UUID> tenants) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select " + COLUMNS + " from branding where tenant_id = any(:tenants) and not removed")
                .bind("tenants", tenants.toArray(UUID[]::new))
                .mapTo(Branding.class)
                .list());
    }

    Page<Branding> list(TenantScope scope, Paging paging) {
        return ListQuery.of(Branding.class, COLUMNS, "branding")
                .within(scope, "tenant_id")
                .where("not removed")
                .key("tenant_id", "uuid")
                .page(jdbi, paging);
    }

    /** One writer at a time, also while there is no row yet. */
    void lock(UUID tenant) {
        jdbi.useHandle(handle -> handle.createQuery("select pg_advisory_xact_lock(hashtext('branding ' || :tenant))")
                .bind("tenant", tenant.toString())
                .mapToMap()
                .list());
    }

    /** The version that it has, or had when it was removed; 0 if there never was one. */
    long version(UUID tenant) {
        return jdbi.withHandle(handle -> handle.createQuery("select version from branding where tenant_id = :tenant")
                .bind("tenant", tenant)
                .mapTo(Long.class)
                .findOne()
                .orElse(0L));
    }

    void save(Branding branding) {
        jdbi.useHandle(
                handle -> RecordMapper.bind(handle.createUpdate("""
                        insert into branding (tenant_id, version, name, colour, contact, footer, removed)
                        values (:tenantId, :version, :name, :colour, :contact, :footer, false)
                        on conflict (tenant_id) do update
                        set (version, name, colour, contact, footer, removed)
                          = (excluded.version, excluded.name, excluded.colour, excluded.contact, excluded.footer, false)"""), branding).execute());
    }

    /** Keeps the version, so that the next one goes on from it. */
    void remove(UUID tenant, long version) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                update branding
                set version = :version, name = '', colour = null, contact = null, footer = null, removed = true
                where tenant_id = :tenant""")
                .bind("tenant", tenant)
                .bind("version", version)
                .execute());
    }
}
