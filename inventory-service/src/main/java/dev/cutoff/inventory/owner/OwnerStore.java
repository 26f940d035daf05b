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
import org.jspecify.annotations.Nullable;

@Singleton
class OwnerStore {

    private static final String COLUMNS =
            "id, version, tenant_id, kind, name, email, locale, deputy_email, manager_email";

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
                    .mapTo(Owner.class)
                    .list();
        });
    }

    List<Owner> findByEmail(UUID tenant, Collection<String> emails) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select " + COLUMNS + " from owner where tenant_id = :tenant and email = any(:emails)")
                .bind("tenant", tenant)
                .bind("emails", emails.toArray(String[]::new))
                .mapTo(Owner.class)
                .list());
    }

    Page<Owner> list(
            TenantScope scope,
            @Nullable String email,
            @Nullable OwnerKind kind,
            @Nullable String q,
            View view,
            Paging paging) {
        return ListQuery.of(Owner.class, COLUMNS, "owner")
                .within(scope, "tenant_id")
                .where("email = :email", "email", email)
                .where("kind = :kind", "kind", kind)
                .where("position(:q in search) > 0", "q", q == null ? null : SearchText.fold(q))
                .sortable("name", "coalesce(name, '')", "text")
                .sortable("email", "email", "text")
                .key("tenant_id", "uuid")
                .key("id", "uuid")
                .seen(view, Owner.class)
                .page(jdbi, paging);
    }

    void save(Collection<Owner> owners) {
        if (owners.isEmpty()) {
            return;
        }
        jdbi.useHandle(handle -> {
            var batch = handle.prepareBatch("""
                    insert into owner (tenant_id, id, version, kind, name, email, locale, deputy_email, manager_email)
                    values (:tenantId, :id, :version, :kind, :name, :email, :locale, :deputyEmail, :managerEmail)
                    on conflict (tenant_id, id) do update
                    set (version, kind, name, email, locale, deputy_email, manager_email)
                      = (excluded.version, excluded.kind, excluded.name, excluded.email, excluded.locale, excluded.deputy_email,
                         excluded.manager_email)""");
            owners.forEach(owner -> RecordMapper.bind(batch, owner).add());
            batch.execute();
        });
    }

    /** By account, the owner's id, of those of the accounts that have a rule. */
    Map<String, UUID> rules(UUID tenant, Collection<String> accounts) {
        record Row(String account, UUID ownerId) {}
        return jdbi.withHandle(handle -> handle.createQuery("""
                select account, owner_id from owner_rule where tenant_id = :tenant and account = any(:accounts)""")
                .bind("tenant", tenant)
                .bind("accounts", accounts.toArray(String[]::new))
                .mapTo(Row.class)
                .collect(Collectors.toMap(Row::account, Row::ownerId)));
    }

    void saveRules(UUID tenant, Map<String, UUID> rules) {
        if (rules.isEmpty()) {
            return;
        }
        jdbi.useHandle(handle -> handle.createUpdate("""
                insert into owner_rule (tenant_id, account, owner_id)
                select :tenant, account, owner_id from unnest(:accounts, :owners) as r (account, owner_id)
                on conflict (tenant_id, account) do update set owner_id = excluded.owner_id""")
                .bind("tenant", tenant)
                .bind("accounts", rules.keySet().toArray(String[]::new))
                .bind("owners", rules.values().toArray(UUID[]::new))
                .execute());
    }

    Page<OwnerRule> listRules(TenantScope scope, @Nullable String account, @Nullable UUID owner, Paging paging) {
        return ListQuery.of(
                        OwnerRule.class,
                        "r.tenant_id, r.account, r.owner_id, o.email as owner_email, o.name as owner_name",
                        "owner_rule r join owner o on o.tenant_id = r.tenant_id and o.id = r.owner_id")
                .within(scope, "r.tenant_id")
                .where("r.account = :account", "account", account)
                .where("r.owner_id = :owner", "owner", owner)
                .key("r.tenant_id", "uuid")
                .key("r.account", "text")
                .page(jdbi, paging);
    }
}
