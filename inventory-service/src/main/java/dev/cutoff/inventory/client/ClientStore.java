package dev.cutoff.inventory.client;

import dev.cutoff.commons.database.RecordMapper;
import dev.cutoff.commons.json.WireName;
import dev.cutoff.commons.page.ListQuery;
import dev.cutoff.commons.page.Page;
import dev.cutoff.commons.page.Paging;
import dev.cutoff.commons.page.SearchText;
import dev.cutoff.commons.security.TenantScope;
import dev.cutoff.inventory.vocabulary.ClientKind;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Reads clients as they are shown. */
@Singleton
class ClientStore {

    private record Row(
            UUID id,
            long version,
            UUID tenantId,
            ClientKind kind,
            @Nullable String vendor,
            @Nullable String product,
            @Nullable String productVersion,
            @Nullable String operatingSystem,
            @Nullable String name,
            @Nullable String account,
            List<String> accounts,
            @Nullable String location,
            @Nullable String criticality,
            List<String> tags,
            @Nullable String notes,
            ClientStatus status,
            @Nullable UUID ownerId,
            @Nullable String ownerName,
            @Nullable String ownerEmail,
            @Nullable String ownerLocale,
            @Nullable OwnerReason ownerReason,
            boolean shared,
            List<String> externalSources,
            List<String> externalIds) {

        Client shown() {
            var owner = ownerId == null || ownerEmail == null
                    ? null
                    : new ClientOwner(ownerId, ownerName, ownerEmail, ownerLocale);
            var ids = IntStream.range(0, externalIds.size())
                    .mapToObj(i -> new ExternalId(externalSources.get(i), externalIds.get(i)))
                    .toList();
            return new Client(
                    id,
                    version,
                    tenantId,
                    kind,
                    vendor,
                    product,
                    productVersion,
                    operatingSystem,
                    name,
                    account,
                    accounts,
                    location,
                    criticality,
                    tags,
                    notes,
                    status,
                    owner,
                    ownerReason,
                    shared,
                    ids);
        }
    }

    private static final String COLUMNS = """
            c.id, c.version, c.tenant_id, c.kind, c.vendor, c.product, c.product_version, c.operating_system, c.name, c.account,
            c.accounts, c.location, c.criticality, c.tags, c.notes, c.status, c.owner_id, o.name as owner_name,
            o.email as owner_email, o.locale as owner_locale, c.owner_reason, c.shared,
            array(select e.source from client_external_id e where e.tenant_id = c.tenant_id and e.client_id = c.id
                  order by e.source, e.external_id) as external_sources,
            array(select e.external_id from client_external_id e where e.tenant_id = c.tenant_id and e.client_id = c.id
                  order by e.source, e.external_id) as external_ids""";

    private static final String FROM = "client c left join owner o on o.tenant_id = c.tenant_id and o.id = c.owner_id";

    private final Jdbi jdbi;

    ClientStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    List<Client> find(TenantScope scope, Collection<UUID> ids) {
        return jdbi.withHandle(handle -> {
            var query = handle.createQuery("select " + COLUMNS + " from " + FROM + " where c.id = any(:ids)"
                            + (scope.all() ? "" : " and c.tenant_id = any(:scope)"))
                    .bind("ids", ids.toArray(UUID[]::new));
            return (scope.all() ? query : query.bind("scope", scope.array()))
                    .map(RecordMapper.of(Row.class))
                    .map(Row::shown)
                    .list();
        });
    }

    Page<Client> list(TenantScope scope, ClientFilter filter, Paging paging) {
        var query = ListQuery.of(Row.class, COLUMNS, FROM)
                .within(scope, "c.tenant_id")
                .where("c.kind = :kind", "kind", filter.kind())
                .where("c.status = :status", "status", filter.status())
                .where("c.shared = :shared", "shared", filter.shared())
                .where("position(:q in c.search) > 0", "q", filter.q() == null ? null : SearchText.fold(filter.q()))
                .where("""
                        exists (select from client_account ca join account a on a.tenant_id = ca.tenant_id and a.id = ca.account_id
                                where ca.tenant_id = c.tenant_id and ca.client_id = c.id
                                  and (a.label = :account or a.id::text = :account))""", "account", filter.accountKey())
                .where("""
                        exists (select from client_external_id e
                                where e.tenant_id = c.tenant_id and e.client_id = c.id and e.source = :source)""", "source", filter.source())
                .where("""
                        exists (select from client_external_id e
                                where e.tenant_id = c.tenant_id and e.client_id = c.id and e.external_id = :externalId)""", "externalId", filter.externalId());
        owned(query, filter);
        used(query, filter);
        return query.sortable("name", "coalesce(c.name, '')", "text")
                .sortable("account", "coalesce(c.account, '')", "text")
                .sortable("product", "coalesce(c.product, '')", "text")
                .sortable("kind", "c.kind", "text")
                .sortable("status", "c.status", "text")
                .key("c.tenant_id", "uuid")
                .key("c.id", "uuid")
                .page(jdbi, paging)
                .map(Row::shown);
    }

    private static void owned(ListQuery<Row> query, ClientFilter filter) {
        if (filter.isUnowned()) {
            query.where("c.owner_id is null");
            return;
        }
        query.where("c.owner_id = :owner", "owner", filter.ownerId());
        query.where("o.email = :ownerEmail", "ownerEmail", filter.ownerEmail());
    }

    /** One usage must have both, and it must be one that the list of usages shows. */
    private static void used(ListQuery<Row> query, ClientFilter filter) {
        if (filter.protocol() == null && filter.authMethod() == null) {
            return;
        }
        query.where("""
                exists (select from client_usage cu join usage u on u.tenant_id = cu.tenant_id and u.id = cu.usage_id
                        where cu.tenant_id = c.tenant_id and cu.client_id = c.id and u.successes + u.blocked > 0%s%s)""".formatted(is("u.protocol", filter.protocol()), is("u.auth_method", filter.authMethod())));
    }

    /** Constants of ours can stand in the text of a query, and two of them in one condition. */
    private static String is(String column, @Nullable Enum<?> constant) {
        return constant == null ? "" : " and %s = '%s'".formatted(column, WireName.of(constant));
    }
}
