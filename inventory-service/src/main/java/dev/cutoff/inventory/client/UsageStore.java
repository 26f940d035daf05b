package dev.cutoff.inventory.client;

import dev.cutoff.commons.page.ListQuery;
import dev.cutoff.commons.page.Page;
import dev.cutoff.commons.page.Paging;
import dev.cutoff.commons.security.TenantScope;
import jakarta.inject.Singleton;
import org.jdbi.v3.core.Jdbi;

@Singleton
class UsageStore {

    private static final String COLUMNS = """
            u.tenant_id, a.label as account, u.protocol, u.auth_method, nullif(u.qualifier, '') as qualifier,
            array(select cu.client_id from client_usage cu where cu.tenant_id = u.tenant_id and cu.usage_id = u.id order by cu.client_id)
                as client_ids,
            case when u.successes + u.blocked > 0 and retires(u.protocol, u.auth_method) then u.migration
                when u.successes + u.blocked > 0 and u.auth_method in ('modern', 'certificate') then 'unaffected'
                else 'unknown' end as migration,
            case when u.successes + u.blocked = 0 then 'attempts-only' when retires(u.protocol, u.auth_method) then u.migration_reason
                when u.auth_method in ('modern', 'certificate') then 'modern-only' else 'no-evidence' end as migration_reason,
            u.successes, u.blocked, u.failures,
            case when u.successes > 0 then u.first_success end as first_seen,
            case when u.successes > 0 then u.last_success end as last_seen,
            case when u.last_block > coalesce(u.last_success, '-infinity') then 'conditional-access' end as blocked_by""";

    private final Jdbi jdbi;

    UsageStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** In the order of what never changes: an account that is renamed while somebody pages is still shown once. */
    Page<Usage> list(TenantScope scope, UsageFilter filter, Paging paging) {
        return ListQuery.of(
                        Usage.class,
                        COLUMNS,
                        "usage u join account a on a.tenant_id = u.tenant_id and a.id = u.account_id")
                .within(scope, "u.tenant_id")
                .where(filter.attemptsOnly() ? "u.successes + u.blocked = 0" : "u.successes + u.blocked > 0")
                .where("a.label = :account or a.id::text = :account", "account", filter.accountKey())
                .where("u.protocol = :protocol", "protocol", filter.protocol())
                .where("u.auth_method = :authMethod", "authMethod", filter.authMethod())
                .where("u.qualifier = :qualifier", "qualifier", filter.qualifier())
                .sortable("account", "a.label", "text")
                .sortable("protocol", "u.protocol", "text")
                .sortable("successes", "u.successes", "bigint")
                .sortable("lastSeen", "coalesce(u.last_success, '-infinity')", "timestamptz")
                .key("u.tenant_id", "uuid")
                .key("u.account_id", "uuid")
                .key("u.protocol", "text")
                .key("u.auth_method", "text")
                .key("u.qualifier", "text")
                .page(jdbi, paging);
    }
}
