package dev.cutoff.inventory.client;

import dev.cutoff.commons.page.ListQuery;
import dev.cutoff.commons.page.Page;
import dev.cutoff.commons.page.Paging;
import dev.cutoff.commons.security.TenantScope;
import dev.cutoff.inventory.vocabulary.AuthMethod;
import dev.cutoff.inventory.vocabulary.ClientKind;
import dev.cutoff.inventory.vocabulary.Protocol;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Counts usages by any of their dimensions, from the usages themselves.
 *
 * <p>Rejected: sums kept beside them. Owners, kinds and states change by the hundred thousand with one list, so that keeping sums of every
 * combination right costs more than adding up the usages of a tenant when somebody asks.
 */
@Singleton
class UsageSummaryStore {

    private record Row(
            @Nullable UUID tenantId,
            @Nullable Protocol protocol,
            @Nullable AuthMethod authMethod,
            @Nullable ClientStatus status,
            @Nullable UUID ownerId,
            @Nullable String ownerName,
            @Nullable String ownerEmail,
            @Nullable String ownerLocale,
            @Nullable ClientKind kind,
            @Nullable LocalDate week,
            long usages,
            long successes,
            long blocked,
            long failures,
            @Nullable Instant firstSeen,
            @Nullable Instant lastSeen) {

        UsageGroup shown() {
            var owner = ownerId == null || ownerEmail == null
                    ? null
                    : new ClientOwner(ownerId, ownerName, ownerEmail, ownerLocale);
            return new UsageGroup(
                    tenantId,
                    protocol,
                    authMethod,
                    status,
                    owner,
                    kind,
                    week,
                    usages,
                    successes,
                    blocked,
                    failures,
                    firstSeen,
                    lastSeen);
        }
    }

    private static final String OF_OWNER = "o.name as owner_name, o.email as owner_email, o.locale as owner_locale";
    private static final String OF_NOBODY =
            "null::text as owner_name, null::text as owner_email, null::text as owner_locale";

    private final Jdbi jdbi;

    UsageSummaryStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    Page<UsageGroup> summarize(TenantScope scope, UsageFilter filter, List<UsageDimension> dimensions, Paging paging) {
        // Where no owner is asked for, joining them would read all there are.
        var isByOwner = dimensions.contains(UsageDimension.OWNER);
        var from = "(" + groups(scope, filter, dimensions) + ") s"
                + (isByOwner ? " left join owner o on o.tenant_id = s.owner_tenant_id and o.id = s.owner_id" : "");
        var query = ListQuery.of(Row.class, "s.*, " + (isByOwner ? OF_OWNER : OF_NOBODY), from)
                .computed("groupBy", dimensions)
                .computed("filter", filter)
                .sortable("usages", "s.usages", "bigint")
                .sortable("successes", "s.successes", "bigint")
                .sortable("lastSeen", "coalesce(s.last_seen, '-infinity')", "timestamptz");
        dimensions.forEach(one -> query.key("coalesce(s.%s, %s)".formatted(one.column(), one.last()), one.type()));
        if (dimensions.isEmpty()) {
            query.key("s.usages", "bigint");
        }
        bind(query, scope, filter);
        return query.page(jdbi, paging).map(Row::shown);
    }

    private static void bind(ListQuery<Row> query, TenantScope scope, UsageFilter filter) {
        if (scope.tenants().size() == 1) {
            query.binding("scope", scope.array()[0]);
        } else if (!scope.all()) {
            query.binding("scope", scope.array());
        }
        if (filter.accountKey() != null) {
            query.binding("account", filter.accountKey());
        }
        if (filter.protocol() != null) {
            query.binding("protocol", filter.protocol());
        }
        if (filter.authMethod() != null) {
            query.binding("authMethod", filter.authMethod());
        }
        if (filter.qualifier() != null) {
            query.binding("qualifier", filter.qualifier());
        }
    }

    private static String groups(TenantScope scope, UsageFilter filter, List<UsageDimension> dimensions) {
        var selected = Arrays.stream(UsageDimension.values())
                .map(one ->
                        (dimensions.contains(one) ? one.expression() : "null::" + one.type()) + " as " + one.column())
                .collect(Collectors.joining(", "));
        // An owner is one of a tenant; who has none are one group whatever the tenant.
        var ownerTenant = dimensions.contains(UsageDimension.OWNER)
                ? "case when k.owner_id is not null then u.tenant_id end"
                : "null::uuid";
        var keys = new ArrayList<>(
                dimensions.stream().map(UsageDimension::expression).toList());
        keys.add(ownerTenant);
        return """
                select %s, %s as owner_tenant_id, count(*) as usages, coalesce(sum(u.successes), 0)::bigint as successes,
                       coalesce(sum(u.blocked), 0)::bigint as blocked, coalesce(sum(u.failures), 0)::bigint as failures,
                       min(u.first_success) filter (where u.successes > 0) as first_seen,
                       max(u.last_success) filter (where u.successes > 0) as last_seen
                from usage u%s where %s%s""".formatted(
                        selected,
                        ownerTenant,
                        joins(scope, filter, dimensions),
                        conditions(scope, filter),
                        dimensions.isEmpty() ? "" : " group by " + String.join(", ", keys));
    }

    /** A usage counts once with each combination that its clients have, however many clients have it. */
    private static String joins(TenantScope scope, UsageFilter filter, List<UsageDimension> dimensions) {
        var ofClients = dimensions.stream()
                .filter(UsageDimension::isOfClients)
                .map(one -> "c." + one.column())
                .collect(Collectors.joining(", "));
        var clients = ofClients.isEmpty()
                ? ""
                : """
                \s left join (
                    select distinct cu.tenant_id, cu.usage_id, %s
                    from client_usage cu join client c on c.tenant_id = cu.tenant_id and c.id = cu.client_id%s) k
                on k.tenant_id = u.tenant_id and k.usage_id = u.id""".formatted(
                        ofClients,
                        scope.all() ? "" : " where %s and %s".formatted(within(scope, "cu"), within(scope, "c")));
        var accounts = filter.accountKey() == null
                ? ""
                : " join account a on a.tenant_id = u.tenant_id and a.id = u.account_id";
        return accounts + clients;
    }

    private static String conditions(TenantScope scope, UsageFilter filter) {
        var conditions = new ArrayList<String>();
        conditions.add(
                filter.attemptsOnly()
                        ? "u.successes + u.blocked = 0 and not u.reported"
                        : "(u.successes + u.blocked > 0 or u.reported)");
        if (!scope.all()) {
            conditions.add(within(scope, "u"));
        }
        if (filter.accountKey() != null) {
            conditions.add("(" + AccountName.condition(filter.accountKey()) + ")");
        }
        if (filter.protocol() != null) {
            conditions.add("u.protocol = :protocol");
        }
        if (filter.authMethod() != null) {
            conditions.add("u.auth_method = :authMethod");
        }
        if (filter.qualifier() != null) {
            conditions.add("u.qualifier = :qualifier");
        }
        return String.join(" and ", conditions);
    }

    /** As {@link ListQuery#within} says it. */
    private static String within(TenantScope scope, String table) {
        return table + (scope.tenants().size() == 1 ? ".tenant_id = :scope" : ".tenant_id = any(:scope)");
    }
}
