package dev.cutoff.inventory.owner;

import dev.cutoff.commons.json.WireName;
import dev.cutoff.commons.page.ListQuery;
import dev.cutoff.commons.page.Page;
import dev.cutoff.commons.page.Paging;
import dev.cutoff.commons.page.View;
import dev.cutoff.commons.security.TenantScope;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

@Singleton
class OwnerRuleStore {

    private static final String COLUMNS =
            "r.id, r.version, r.tenant_id, r.kind, r.value, r.owner_id, o.email as owner_email, o.name as owner_name";

    private static final String FROM = "owner_rule r join owner o on o.tenant_id = r.tenant_id and o.id = r.owner_id";

    private final Jdbi jdbi;

    OwnerRuleStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    List<OwnerRule> find(TenantScope scope, UUID id) {
        return jdbi.withHandle(handle -> {
            var query = handle.createQuery("select " + COLUMNS + " from " + FROM + " where r.id = :id"
                            + (scope.all() ? "" : " and r.tenant_id = any(:scope)"))
                    .bind("id", id);
            return (scope.all() ? query : query.bind("scope", scope.array()))
                    .mapTo(OwnerRule.class)
                    .list();
        });
    }

    List<OwnerRule> find(UUID tenant, Collection<OwnerRuleKey> keys) {
        return jdbi.withHandle(handle -> handle.createQuery("select " + COLUMNS + " from " + FROM + """
                 join unnest(:kinds, :matches) as k (kind, matches) on k.kind = r.kind and k.matches = r.matches
                where r.tenant_id = :tenant""")
                .bind("tenant", tenant)
                .bind("kinds", keys.stream().map(key -> WireName.of(key.kind())).toArray(String[]::new))
                .bind("matches", keys.stream().map(OwnerRuleKey::matches).toArray(String[]::new))
                .mapTo(OwnerRule.class)
                .list());
    }

    Page<OwnerRule> list(TenantScope scope, OwnerRuleFilter filter, View view, Paging paging) {
        return ListQuery.of(OwnerRule.class, COLUMNS, FROM)
                .within(scope, "r.tenant_id")
                .where("r.kind = :kind", "kind", filter.kind())
                .where("search_text(r.value) = search_text(:value)", "value", filter.value())
                .where("r.owner_id = :owner", "owner", filter.owner())
                .sortable("value", "r.value", "text")
                .key("r.tenant_id", "uuid")
                .key("r.kind", "text")
                .key("r.matches", "text")
                .seen(view, OwnerRule.class)
                .page(jdbi, paging);
    }

    void save(Collection<OwnerRule> rules) {
        if (rules.isEmpty()) {
            return;
        }
        jdbi.useHandle(handle -> {
            var batch = handle.prepareBatch("""
                    insert into owner_rule (tenant_id, id, version, kind, value, matches, owner_id)
                    values (:tenant, :id, :version, :kind, :value, :matches, :owner)
                    on conflict (tenant_id, id) do update
                    set (version, value, owner_id) = (excluded.version, excluded.value, excluded.owner_id)""");
            rules.forEach(rule -> batch.bind("tenant", rule.tenantId())
                    .bind("id", rule.id())
                    .bind("version", rule.version())
                    .bind("kind", rule.kind())
                    .bind("value", rule.value())
                    .bind("matches", rule.key().matches())
                    .bind("owner", rule.ownerId())
                    .add());
            batch.execute();
        });
    }

    void delete(UUID tenant, UUID id) {
        jdbi.useHandle(handle -> handle.createUpdate("delete from owner_rule where tenant_id = :tenant and id = :id")
                .bind("tenant", tenant)
                .bind("id", id)
                .execute());
    }
}
