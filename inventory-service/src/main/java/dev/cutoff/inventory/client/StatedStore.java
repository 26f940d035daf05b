package dev.cutoff.inventory.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.cutoff.commons.database.RecordMapper;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Reads and writes what was stated of clients. What follows from it is worked out afterwards. */
@Singleton
class StatedStore {

    /** An external id with the client that has it. */
    record Key(String source, String externalId, UUID clientId) {}

    private static final String SELECT = """
            select c.id, c.tenant_id, c.version, c.kind, c.vendor, c.product, c.product_version, c.operating_system, c.name,
                   array(select ca.account_id from client_account ca
                         where ca.tenant_id = c.tenant_id and ca.client_id = c.id order by ca.position) as account_ids,
                   c.accounts, c.location, c.department, c.criticality, c.tags, c.notes, c.links, c.stated_status,
                   c.status_reason, c.planned_for, o.email as own_email, c.person_fields, c.field_sources, c.touched, c.discovered_product is not null as is_discovered
            from client c left join owner o on o.tenant_id = c.tenant_id and o.id = c.own_owner_id
            where c.tenant_id = :tenant and c.id = any(:ids)""";

    private final Jdbi jdbi;

    StatedStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * Those of the external ids that some client has. ({@code offset 0} has each looked up by the index: a tenant whose list is just being read is in no
     * statistics, and all that it has would be compared with all that is asked for.)
     */
    List<Key> keys(UUID tenant, Collection<ExternalId> ids) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                select found.*
                from unnest(cast(:sources as text[]), cast(:ids as text[])) as asked (source, id)
                cross join lateral (
                    select k.source, k.external_id, k.client_id from client_external_id k
                    where k.tenant_id = :tenant and k.source = asked.source and k.external_id = asked.id
                    offset 0) found""")
                .bind("tenant", tenant)
                .bind("sources", ids.stream().map(ExternalId::source).toArray(String[]::new))
                .bind("ids", ids.stream().map(ExternalId::id).toArray(String[]::new))
                .mapTo(Key.class)
                .list());
    }

    /** By id, the version of those that are gone: one that comes back goes on from it, for whoever has the tombstone. */
    Map<UUID, Long> tombstones(UUID tenant, Collection<UUID> ids) {
        record Row(UUID id, long version) {}
        return jdbi.withHandle(handle -> handle.createQuery("""
                select id::uuid as id, version from change
                where tenant_id = :tenant and kind = 'client' and deleted and id = any(:ids)""")
                .bind("tenant", tenant)
                .bind("ids", ids.stream().map(UUID::toString).toArray(String[]::new))
                .mapTo(Row.class)
                .collect(Collectors.toMap(Row::id, Row::version)));
    }

    List<StoredClient> find(UUID tenant, Collection<UUID> ids) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT)
                .bind("tenant", tenant)
                .bind("ids", ids.toArray(UUID[]::new))
                .map(RecordMapper.of(StatedRow.class))
                .map(StatedRow::stored)
                .list());
    }

    /** The accounts that these addresses or user ids name, by address or user id. */
    Map<String, UUID> accounts(UUID tenant, Collection<String> addresses) {
        record Row(String address, UUID accountId) {}
        return jdbi.withHandle(handle -> handle.createQuery("""
                select distinct on (address) address, account_id from (
                    select address, account_id, last_seen from account_address
                    where tenant_id = :tenant and address = any(:addresses)
                    union all
                    select id::text, id, 'infinity' from account
                    where tenant_id = :tenant and not by_address and id = any(:ids)) as named
                order by address, last_seen desc nulls last, account_id desc""")
                .bind("tenant", tenant)
                .bind("addresses", addresses.toArray(String[]::new))
                .bind("ids", AccountName.ids(addresses).toArray(UUID[]::new))
                .mapTo(Row.class)
                .collect(Collectors.toMap(Row::address, Row::accountId)));
    }

    /** Makes the accounts of which nothing but the address is known. */
    void addAccounts(UUID tenant, Map<String, UUID> accounts) {
        if (accounts.isEmpty()) {
            return;
        }
        jdbi.useHandle(handle -> handle.createUpdate("""
                with named as (
                    select address, id from unnest(:addresses, :ids) as n (address, id)),
                made as (
                    insert into account (tenant_id, id, by_address, label) select :tenant, id, true, address from named)
                insert into account_address (tenant_id, address, account_id) select :tenant, address, id from named""")
                .bind("tenant", tenant)
                .bind("addresses", accounts.keySet().toArray(String[]::new))
                .bind("ids", accounts.values().toArray(UUID[]::new))
                .execute());
    }

    /** @param owners by address, the id of each owner that a client names itself */
    void save(Collection<StoredClient> clients, Map<String, UUID> owners) {
        if (clients.isEmpty()) {
            return;
        }
        jdbi.useHandle(handle -> {
            var batch = handle.prepareBatch("""
                    insert into client (tenant_id, id, version, kind, vendor, product, product_version, operating_system, name,
                                        location, department, criticality, tags, notes, links, stated_status, status_reason,
                                        planned_for, own_owner_id, person_fields, field_sources, touched, status)
                    values (:tenantId, :id, :version, :kind, :vendor, :product, :productVersion, :operatingSystem, :name,
                            :location, :department, :criticality, :tagArray, :notes, :links, :status, :statusReason,
                            :plannedFor, :ownOwner, :personFieldArray, :fieldSourceTree, :touched,
                            coalesce(:status, 'discovered'))
                    on conflict (tenant_id, id) do update
                    set (version, kind, vendor, product, product_version, operating_system, name, location, department,
                         criticality, tags, notes, links, stated_status, status_reason, planned_for, own_owner_id,
                         person_fields, field_sources, touched)
                      = (excluded.version, excluded.kind, excluded.vendor, excluded.product, excluded.product_version,
                         excluded.operating_system, excluded.name, excluded.location, excluded.department,
                         excluded.criticality, excluded.tags, excluded.notes, excluded.links, excluded.stated_status,
                         excluded.status_reason, excluded.planned_for, excluded.own_owner_id, excluded.person_fields,
                         excluded.field_sources, excluded.touched)""");
            clients.forEach(client -> bind(batch, client, owners).add());
            batch.execute();
            savePlaces(handle, clients);
        });
    }

    private static PreparedBatch bind(PreparedBatch batch, StoredClient client, Map<String, UUID> owners) {
        var content = client.content();
        var sources = JsonNodeFactory.instance.objectNode();
        new TreeMap<>(client.fieldSources()).forEach(sources::put);
        return batch.bind("tenantId", client.tenantId())
                .bind("id", client.id())
                .bind("version", client.version())
                .bind("kind", content.kind())
                .bind("vendor", content.vendor())
                .bind("product", content.product())
                .bind("productVersion", content.productVersion())
                .bind("operatingSystem", content.operatingSystem())
                .bind("name", content.name())
                .bind("location", content.location())
                .bind("department", content.department())
                .bind("criticality", content.criticality())
                .bind("notes", content.notes())
                .bindByType("status", content.status(), ClientStatus.class)
                .bind("statusReason", content.statusReason())
                .bindByType("plannedFor", content.plannedFor(), LocalDate.class)
                .bind("tagArray", content.tags().toArray(String[]::new))
                .bindByType("links", ClientReference.write(content.references()), JsonNode.class)
                .bindByType(
                        "ownOwner", content.ownerEmail() == null ? null : owners.get(content.ownerEmail()), UUID.class)
                .bind("personFieldArray", client.personFields().toArray(String[]::new))
                .bindByType("fieldSourceTree", sources, JsonNode.class)
                .bind("touched", client.touched());
    }

    private static void savePlaces(Handle handle, Collection<StoredClient> clients) {
        handle.createUpdate("""
                delete from client_account ca using unnest(:tenants, :ids) as c (tenant_id, id)
                where ca.tenant_id = c.tenant_id and ca.client_id = c.id""")
                .bind("tenants", clients.stream().map(StoredClient::tenantId).toArray(UUID[]::new))
                .bind("ids", clients.stream().map(StoredClient::id).toArray(UUID[]::new))
                .execute();
        var batch = handle.prepareBatch("""
                insert into client_account (tenant_id, client_id, position, account_id)
                values (:tenant, :client, :position, :account)""");
        for (var client : clients) {
            for (var position = 0; position < client.accountIds().size(); position++) {
                batch.bind("tenant", client.tenantId())
                        .bind("client", client.id())
                        .bind("position", position)
                        .bind("account", client.accountIds().get(position))
                        .add();
            }
        }
        if (batch.size() > 0) {
            batch.execute();
        }
    }

    void addKeys(UUID tenant, Collection<Key> keys) {
        if (keys.isEmpty()) {
            return;
        }
        jdbi.useHandle(handle -> {
            var batch = handle.prepareBatch("""
                    insert into client_external_id (tenant_id, source, external_id, client_id)
                    values (:tenant, :source, :externalId, :clientId)""");
            keys.forEach(
                    key -> RecordMapper.bind(batch.bind("tenant", tenant), key).add());
            batch.execute();
        });
    }
}
