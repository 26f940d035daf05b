package dev.cutoff.inventory.client;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cutoff.commons.database.RecordMapper;
import dev.cutoff.commons.json.WireName;
import dev.cutoff.commons.page.ListQuery;
import dev.cutoff.commons.page.Page;
import dev.cutoff.commons.page.Paging;
import dev.cutoff.commons.page.SearchText;
import dev.cutoff.commons.page.View;
import dev.cutoff.commons.security.TenantScope;
import dev.cutoff.inventory.silence.Migration;
import dev.cutoff.inventory.silence.MigrationReason;
import dev.cutoff.inventory.vocabulary.ClientKind;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
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
            @Nullable String department,
            @Nullable String criticality,
            List<String> tags,
            @Nullable String notes,
            JsonNode links,
            ClientStatus status,
            @Nullable String statusReason,
            Migration migration,
            MigrationReason migrationReason,
            @Nullable LocalDate plannedFor,
            @Nullable UUID ownerId,
            @Nullable String ownerName,
            @Nullable String ownerEmail,
            @Nullable String ownerLocale,
            @Nullable OwnerReason ownerReason,
            @Nullable String accountOwnerEmail,
            boolean shared,
            List<String> externalSources,
            List<String> externalIds,
            List<String> personFields) {

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
                    department,
                    criticality,
                    tags,
                    notes,
                    ClientReference.read(links),
                    status,
                    statusReason,
                    migration,
                    migrationReason,
                    plannedFor,
                    owner,
                    ownerReason,
                    accountOwnerEmail,
                    shared,
                    ids,
                    personFields);
        }
    }

    private static final String COLUMNS = """
            c.id, c.version, c.tenant_id, c.kind, c.vendor, c.product, c.product_version, c.operating_system, c.name, c.account,
            c.accounts, c.location, c.department, c.criticality, c.tags, c.notes, c.links, c.status, c.status_reason,
            c.migration, c.migration_reason, c.planned_for,
            c.owner_id, o.name as owner_name, o.email as owner_email, o.locale as owner_locale, c.owner_reason,
            %s as account_owner_email,
            c.shared, c.person_fields,
            array(select e.source from client_external_id e where e.tenant_id = c.tenant_id and e.client_id = c.id
                  order by e.source, e.external_id) as external_sources,
            array(select e.external_id from client_external_id e where e.tenant_id = c.tenant_id and e.client_id = c.id
                  order by e.source, e.external_id) as external_ids""".formatted(AccountOwner.EMAIL);

    private static final String OWNER = "left join owner o on o.tenant_id = c.tenant_id and o.id = c.owner_id";

    private final Jdbi jdbi;

    ClientStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    List<Client> find(TenantScope scope, Collection<UUID> ids) {
        return jdbi.withHandle(handle -> {
            var query = handle.createQuery("select " + COLUMNS + " from client c " + OWNER + " where c.id = any(:ids)"
                            + (scope.all() ? "" : " and c.tenant_id = any(:scope)"))
                    .bind("ids", ids.toArray(UUID[]::new));
            return (scope.all() ? query : query.bind("scope", scope.array()))
                    .map(RecordMapper.of(Row.class))
                    .map(Row::shown)
                    .list();
        });
    }

    Optional<UUID> find(UUID tenant, String source, String externalId) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                select client_id from client_external_id
                where tenant_id = :tenant and source = :source and external_id = :externalId""")
                .bind("tenant", tenant)
                .bind("source", source)
                .bind("externalId", externalId)
                .mapTo(UUID.class)
                .findOne());
    }

    /** The import whose evidence discovered a client; nothing if something else did. */
    Optional<UUID> discoveredIn(TenantScope scope, UUID id) {
        return jdbi.withHandle(handle -> {
            var query = handle.createQuery(
                            "select discovered_in from client where id = :id and discovered_in is not null"
                                    + (scope.all() ? "" : " and tenant_id = any(:scope)"))
                    .bind("id", id);
            return (scope.all() ? query : query.bind("scope", scope.array()))
                    .mapTo(UUID.class)
                    .findOne();
        });
    }

    Page<Client> list(TenantScope scope, ClientFilter filter, View view, Paging paging) {
        var query = ListQuery.of(Row.class, COLUMNS, "client c")
                .shownBy("c.tenant_id, c.id", "join client c on c.tenant_id = k.tenant_id and c.id = k.id " + OWNER)
                .within(scope, "c.tenant_id");
        described(query, filter);
        named(query, filter);
        owned(query, filter);
        used(query, filter);
        return query.sortable("name", "coalesce(c.name, '')", "text")
                .sortable("account", "coalesce(c.account, '')", "text")
                .sortable("vendor", "coalesce(c.vendor, '')", "text")
                .sortable("product", "coalesce(c.product, '')", "text")
                .sortable("location", "coalesce(c.location, '')", "text")
                .sortable("kind", "c.kind", "text")
                .sortable("status", "c.status", "text")
                .sortable("plannedFor", "coalesce(c.planned_for, 'infinity')", "date")
                .key("c.tenant_id", "uuid")
                .key("c.id", "uuid")
                .seen(view, Client.class)
                .page(jdbi, paging)
                .map(Row::shown);
    }

    private static void described(ListQuery<Row> query, ClientFilter filter) {
        query.where("c.kind = :kind", "kind", filter.kind())
                .where("c.status = any(:status)", "status", filter.statusNames())
                .where("c.migration = :migration", "migration", filter.migration())
                .where("c.shared = :shared", "shared", filter.shared())
                .where("search_text(c.vendor) = :vendor", "vendor", folded(filter.vendor()))
                .where("search_text(c.product) = :product", "product", folded(filter.product()))
                .where("search_text(c.location) = :location", "location", folded(filter.location()))
                .where("search_text(c.department) = :department", "department", folded(filter.department()))
                .where("search_text(c.criticality) = :criticality", "criticality", folded(filter.criticality()))
                .where("c.tags @> cast(:tags as text[])", "tags", filter.tagArray())
                .where("c.planned_for >= :plannedFrom", "plannedFrom", filter.plannedFrom())
                .where("c.planned_for <= :plannedTo", "plannedTo", filter.plannedTo())
                .where("position(:q in c.search) > 0", "q", folded(filter.q()));
    }

    private static @Nullable String folded(@Nullable String text) {
        return text == null ? null : SearchText.fold(text);
    }

    /** One external id must be both of the source and the one that is asked for. */
    private static void named(ListQuery<Row> query, ClientFilter filter) {
        if (filter.accountKey() != null) {
            query.where("""
                    exists (select from client_account ca join account a on a.tenant_id = ca.tenant_id and a.id = ca.account_id
                            where ca.tenant_id = c.tenant_id and ca.client_id = c.id and (%s))""".formatted(AccountName.condition(filter.accountKey())), "account", filter.accountKey());
        }
        if (filter.source() != null || filter.externalId() != null) {
            query.where("""
                    exists (select from client_external_id e where e.tenant_id = c.tenant_id and e.client_id = c.id%s%s)""".formatted(
                            filter.source() == null ? "" : " and e.source = :source",
                            filter.externalId() == null ? "" : " and e.external_id = :externalId"));
        }
        query.bound("source", filter.source())
                .bound("externalId", filter.externalId())
                .where(
                        "c.links @> jsonb_build_array(jsonb_build_object('id', :reference))",
                        "reference",
                        filter.reference());
    }

    private static void owned(ListQuery<Row> query, ClientFilter filter) {
        if (filter.isUnowned()) {
            query.where("c.owner_id is null");
        }
        if (filter.isOwnedByAccount()) {
            query.where(AccountOwner.EMAIL + " is not null");
        }
        query.where("c.owner_reason = :ownerReason", "ownerReason", filter.ownerReason());
        query.where("c.owner_id = :owner", "owner", filter.ownerId());
        query.where(
                "c.owner_id in (select o.id from owner o where o.tenant_id = c.tenant_id and o.email = :ownerEmail)",
                "ownerEmail",
                filter.ownerEmail());
    }

    /** One usage must have both. What a client is linked to has succeeded or was blocked, so the list of usages shows it. */
    private static void used(ListQuery<Row> query, ClientFilter filter) {
        if (filter.protocol() == null && filter.authMethod() == null) {
            return;
        }
        query.where("""
                exists (select from client_usage cu where cu.tenant_id = c.tenant_id and cu.client_id = c.id%s%s)""".formatted(is("cu.protocol", filter.protocol()), is("cu.auth_method", filter.authMethod())));
    }

    /** Constants of ours can stand in the text of a query, and two of them in one condition. */
    private static String is(String column, @Nullable Enum<?> constant) {
        return constant == null ? "" : " and %s = '%s'".formatted(column, WireName.of(constant));
    }
}
