package dev.cutoff.notification.affected;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cutoff.notification.affected.Staging.StagedClient;
import dev.cutoff.notification.affected.Staging.StagedUse;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/** What is read of a tenant, until it is planned. */
@Singleton
class StagingStore {

    private final Jdbi jdbi;
    private final ObjectMapper json;

    StagingStore(Jdbi jdbi, ObjectMapper json) {
        this.jdbi = jdbi;
        this.json = json;
    }

    /** Also of a planner that was killed, or overtaken. */
    void clear(UUID tenant) {
        jdbi.useHandle(handle -> {
            for (var table : List.of("staged_client", "staged_use", "staged_owner")) {
                handle.createUpdate("delete from " + table + " where tenant_id = :tenant")
                        .bind("tenant", tenant)
                        .execute();
            }
        });
    }

    void addClients(UUID tenant, UUID token, List<StagedClient> clients) {
        add(tenant, token, """
                insert into staged_client
                select cast(:tenant as uuid), cast(:token as uuid), c.* from jsonb_to_recordset(:rows) as c (
                    "clientId" uuid, kind text, product text, name text, account text, "accountPerson" text, shared boolean,
                    resolved boolean, "ownerName" text, "ownerEmail" text, "ownerLocale" text, tags text[])
                on conflict do nothing""", clients);
    }

    void addUses(UUID tenant, UUID token, List<StagedUse> uses) {
        add(tenant, token, """
                insert into staged_use
                select cast(:tenant as uuid), cast(:token as uuid), u."clientId", u.protocol, u."authMethod", u.qualifier, u.account,
                       max(u."lastSeen")
                from jsonb_to_recordset(:rows) as u (
                    "clientId" uuid, protocol text, "authMethod" text, qualifier text, account text, "lastSeen" timestamptz)
                group by 3, 4, 5, 6, 7
                on conflict on constraint staged_use_pk do update
                set last_seen = greatest(staged_use.last_seen, excluded.last_seen)
                where excluded.last_seen is distinct from staged_use.last_seen""", uses);
    }

    void addOwners(UUID tenant, UUID token, List<Owner> owners) {
        add(tenant, token, """
                insert into staged_owner
                select cast(:tenant as uuid), cast(:token as uuid), o.* from jsonb_to_recordset(:rows) as o (
                    email text, "deputyEmail" text, "deputyLocale" text, "managerEmail" text, "managerLocale" text)
                on conflict do nothing""", owners);
    }

    private void add(UUID tenant, UUID token, String sql, List<?> rows) {
        jdbi.useHandle(handle -> handle.createUpdate(sql)
                .bind("tenant", tenant)
                .bind("token", token)
                .bind("rows", json.<JsonNode>valueToTree(rows))
                .execute());
    }

    /** In the order of their ids. */
    List<Sighted> clients(UUID tenant, UUID token, UUID after, int most) {
        var rows = jdbi.withHandle(handle -> handle.createQuery("""
                        select * from staged_client
                        where tenant_id = :tenant and token = :token and client_id > :after
                        order by tenant_id, token, client_id limit :most""")
                .bind("tenant", tenant)
                .bind("token", token)
                .bind("after", after)
                .bind("most", most)
                .mapTo(StagedClient.class)
                .list());
        if (rows.isEmpty()) {
            return List.of();
        }
        var uses =
                uses(tenant, token, rows.getFirst().clientId(), rows.getLast().clientId());
        return rows.stream()
                .map(row -> Sighted.of(row, uses.getOrDefault(row.clientId(), List.of())))
                .toList();
    }

    private Map<UUID, List<StagedUse>> uses(UUID tenant, UUID token, UUID from, UUID to) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select * from staged_use
                        where tenant_id = :tenant and token = :token and client_id between :from and :to""")
                .bind("tenant", tenant)
                .bind("token", token)
                .bind("from", from)
                .bind("to", to)
                .mapTo(StagedUse.class)
                .collect(Collectors.groupingBy(StagedUse::clientId)));
    }

    void replaceOwners(UUID tenant, UUID token) {
        jdbi.useHandle(handle -> {
            handle.createUpdate("""
                            delete from owner o where tenant_id = :tenant and not exists (
                                select from staged_owner s where s.tenant_id = :tenant and s.token = :token and s.email = o.email)""").bind("tenant", tenant).bind("token", token).execute();
            handle.createUpdate("""
                            insert into owner
                            select tenant_id, email, deputy_email, deputy_locale, manager_email, manager_locale from staged_owner
                            where tenant_id = :tenant and token = :token order by email
                            on conflict (tenant_id, email) do update
                            set (deputy_email, deputy_locale, manager_email, manager_locale)
                              = (excluded.deputy_email, excluded.deputy_locale, excluded.manager_email, excluded.manager_locale)
                            where (owner.deputy_email, owner.deputy_locale, owner.manager_email, owner.manager_locale)
                                is distinct from
                                  (excluded.deputy_email, excluded.deputy_locale, excluded.manager_email, excluded.manager_locale)""").bind("tenant", tenant).bind("token", token).execute();
        });
    }

    /**
     * Of clients that are kept, those that were not read again. Asked for as "none of these", which is hashed whatever the statistics say of a
     * table that was filled a moment ago; as "there is none that" each would be compared with each.
     */
    void dropUnread(UUID tenant, UUID token) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                delete from client where tenant_id = :tenant and client_id not in (
                    select client_id from staged_client where tenant_id = :tenant and token = :token)""")
                .bind("tenant", tenant)
                .bind("token", token)
                .execute());
    }
}
