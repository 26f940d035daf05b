package dev.cutoff.inventory.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cutoff.commons.page.ListQuery;
import dev.cutoff.commons.page.Page;
import dev.cutoff.commons.page.Paging;
import dev.cutoff.commons.page.View;
import dev.cutoff.commons.security.TenantScope;
import dev.cutoff.inventory.silence.Migration;
import dev.cutoff.inventory.silence.MigrationReason;
import dev.cutoff.inventory.vocabulary.AuthMethod;
import dev.cutoff.inventory.vocabulary.Protocol;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

@Singleton
class UsageStore {

    private static final String COLUMNS = """
            u.tenant_id, a.label as account, u.protocol, u.auth_method, nullif(u.qualifier, '') as qualifier,
            array(select cu.client_id from client_usage cu where cu.tenant_id = u.tenant_id and cu.usage_id = u.id order by cu.client_id)
                as client_ids,
            case when u.successes + u.blocked = 0 and not u.reported then 'unknown'
                when retires(u.protocol, u.auth_method) then u.migration
                when u.auth_method in ('modern', 'certificate') then 'unaffected' else 'unknown' end as migration,
            case when u.successes + u.blocked = 0 and not u.reported then 'attempts-only'
                when retires(u.protocol, u.auth_method) then u.migration_reason
                when u.auth_method in ('modern', 'certificate') then 'modern-only' else 'no-evidence' end as migration_reason,
            u.successes, u.blocked, u.failures,
            case when u.successes > 0 then u.first_success end as first_seen,
            case when u.successes > 0 then u.last_success end as last_seen,
            %s as blocked_by,
            %s
                as reports""".formatted(ProtocolSwitches.BLOCKED_BY, ReportedFigures.OF_USAGE);

    /** Outer, so that who neither sorts nor filters by the account does not read it: each usage has one. */
    private static final String FROM =
            "usage u left join account a on a.tenant_id = u.tenant_id and a.id = u.account_id";

    private static final String SHOWN = """
            join usage u on u.tenant_id = k.tenant_id and u.id = k.id
            join account a on a.tenant_id = u.tenant_id and a.id = u.account_id
            %s""".formatted(ProtocolSwitches.OF_USAGE);

    private record Row(
            UUID tenantId,
            String account,
            Protocol protocol,
            AuthMethod authMethod,
            @Nullable String qualifier,
            List<UUID> clientIds,
            Migration migration,
            MigrationReason migrationReason,
            long successes,
            long blocked,
            long failures,
            @Nullable Instant firstSeen,
            @Nullable Instant lastSeen,
            @Nullable BlockedBy blockedBy,
            @Nullable JsonNode reports) {}

    private final Jdbi jdbi;
    private final ObjectMapper json;

    UsageStore(Jdbi jdbi, ObjectMapper json) {
        this.jdbi = jdbi;
        this.json = json;
    }

    /** In the order of what never changes: an account that is renamed while somebody pages is still shown once. */
    Page<Usage> list(TenantScope scope, UsageFilter filter, View view, Paging paging) {
        var query = ListQuery.of(Row.class, COLUMNS, FROM)
                .shownBy("u.tenant_id, u.id", SHOWN)
                .within(scope, "u.tenant_id");
        if (filter.accountKey() != null) {
            query.where(AccountName.condition(filter.accountKey()), "account", filter.accountKey());
        }
        return query.where(
                        filter.attemptsOnly()
                                ? "u.successes + u.blocked = 0 and not u.reported"
                                : "(u.successes + u.blocked > 0 or u.reported)")
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
                .seen(view, Usage.class)
                .page(jdbi, paging)
                .map(this::shown);
    }

    private Usage shown(Row row) {
        return new Usage(
                row.tenantId(),
                row.account(),
                row.protocol(),
                row.authMethod(),
                row.qualifier(),
                row.clientIds(),
                row.migration(),
                row.migrationReason(),
                row.successes(),
                row.blocked(),
                row.failures(),
                row.firstSeen(),
                row.lastSeen(),
                row.blockedBy(),
                row.reports() == null
                        ? List.of()
                        : Arrays.asList(json.convertValue(row.reports(), Usage.Reported[].class)));
    }
}
