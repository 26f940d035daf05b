package dev.cutoff.inventory.owner;

import dev.cutoff.commons.database.RecordMapper;
import dev.cutoff.commons.page.ListQuery;
import dev.cutoff.commons.page.Page;
import dev.cutoff.commons.page.Paging;
import dev.cutoff.commons.page.SearchText;
import dev.cutoff.commons.page.View;
import dev.cutoff.commons.security.TenantScope;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

@Singleton
class OwnerStore {

    private static final String COLUMNS = """
            id, version, tenant_id, kind, name, email, locale, deputy_name, deputy_email, deputy_locale, deputy_stated_at,
            manager_name, manager_email, manager_locale, manager_stated_at""";

    private final Jdbi jdbi;

    OwnerStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    List<Owner> find(TenantScope scope, Collection<UUID> ids) {
        return jdbi.withHandle(handle -> {
            var query = handle.createQuery("select " + COLUMNS + " from owner where id = any(:ids)"
                            + (scope.all() ? "" : " and tenant_id = any(:scope)"))
                    .bind("ids", ids.toArray(UUID[]::new));
            return (scope.all() ? query : query.bind("scope", scope.array()))
                    .map(RecordMapper.of(OwnerRow.class))
                    .map(OwnerRow::owner)
                    .list();
        });
    }

    List<Owner> findByEmail(UUID tenant, Collection<String> emails) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select " + COLUMNS + " from owner where tenant_id = :tenant and email = any(:emails)")
                .bind("tenant", tenant)
                .bind("emails", emails.toArray(String[]::new))
                .map(RecordMapper.of(OwnerRow.class))
                .map(OwnerRow::owner)
                .list());
    }

    Page<Owner> list(TenantScope scope, OwnerFilter filter, View view, Paging paging) {
        return ListQuery.of(OwnerRow.class, COLUMNS, "owner")
                .within(scope, "tenant_id")
                .where("id = any(:ids)", "ids", filter.ids())
                .where("email = :email", "email", filter.email())
                .where("kind = :kind", "kind", filter.kind())
                .where("locale = :locale", "locale", filter.locale())
                .where("deputy_email = :deputy", "deputy", filter.deputy())
                .where("manager_email = :manager", "manager", filter.manager())
                .where("position(:q in search) > 0", "q", filter.q() == null ? null : SearchText.fold(filter.q()))
                .sortable("name", "coalesce(name, '')", "text")
                .sortable("email", "email", "text")
                .key("tenant_id", "uuid")
                .key("id", "uuid")
                .seen(view, Owner.class)
                .page(jdbi, paging)
                .map(OwnerRow::owner);
    }

    void save(Collection<Owner> owners) {
        if (owners.isEmpty()) {
            return;
        }
        jdbi.useHandle(handle -> {
            var batch = handle.prepareBatch("""
                    insert into owner (tenant_id, id, version, kind, name, email, locale, deputy_name, deputy_email, deputy_locale,
                                       deputy_stated_at, manager_name, manager_email, manager_locale, manager_stated_at)
                    values (:tenantId, :id, :version, :kind, :name, :email, :locale, :deputyName, :deputyEmail, :deputyLocale,
                            :deputyStatedAt, :managerName, :managerEmail, :managerLocale, :managerStatedAt)
                    on conflict (tenant_id, id) do update
                    set (version, kind, name, email, locale, deputy_name, deputy_email, deputy_locale, deputy_stated_at,
                         manager_name, manager_email, manager_locale, manager_stated_at)
                      = (excluded.version, excluded.kind, excluded.name, excluded.email, excluded.locale, excluded.deputy_name,
                         excluded.deputy_email, excluded.deputy_locale, excluded.deputy_stated_at, excluded.manager_name,
                         excluded.manager_email, excluded.manager_locale, excluded.manager_stated_at)""");
            owners.forEach(owner -> RecordMapper.bind(batch, OwnerRow.of(owner)).add());
            batch.execute();
        });
    }

    /** By id, the version of those that are gone: one that comes back goes on from it, for whoever has the tombstone. */
    Map<UUID, Long> tombstones(UUID tenant, Collection<UUID> ids) {
        record Row(UUID id, long version) {}
        return jdbi.withHandle(handle -> handle.createQuery("""
                select id::uuid as id, version from change
                where tenant_id = :tenant and kind = 'owner' and deleted and id = any(:ids)""")
                .bind("tenant", tenant)
                .bind("ids", ids.stream().map(UUID::toString).toArray(String[]::new))
                .mapTo(Row.class)
                .collect(Collectors.toMap(Row::id, Row::version)));
    }

    /** Whether a client or a rule names the owner. */
    boolean isNamed(UUID tenant, UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                select exists (select from client where tenant_id = :tenant and own_owner_id = :id)
                    or exists (select from owner_rule where tenant_id = :tenant and owner_id = :id)""")
                .bind("tenant", tenant)
                .bind("id", id)
                .mapTo(Boolean.class)
                .one());
    }

    void delete(UUID tenant, UUID id) {
        jdbi.useHandle(handle -> handle.createUpdate("delete from owner where tenant_id = :tenant and id = :id")
                .bind("tenant", tenant)
                .bind("id", id)
                .execute());
    }
}
