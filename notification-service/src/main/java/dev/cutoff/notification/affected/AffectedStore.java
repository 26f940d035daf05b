package dev.cutoff.notification.affected;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cutoff.commons.database.RecordMapper;
import dev.cutoff.notification.line.Line;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

@Singleton
class AffectedStore {

    private record ClientRow(
            UUID clientId,
            String kind,
            @Nullable String product,
            @Nullable String name,
            @Nullable String account,
            @Nullable String accountPerson,
            boolean shared,
            boolean resolved,
            @Nullable String ownerName,
            @Nullable String ownerEmail,
            @Nullable String ownerLocale,
            List<String> lines,
            List<String> done,
            List<String> people) {

        static ClientRow of(Client client) {
            return new ClientRow(
                    client.id(),
                    client.kind(),
                    client.product(),
                    client.name(),
                    client.account(),
                    client.accountPerson(),
                    client.shared(),
                    client.resolved(),
                    client.ownerName(),
                    client.ownerEmail(),
                    client.ownerLocale(),
                    keys(client.lines()),
                    keys(client.done()),
                    client.people().stream().sorted().toList());
        }
    }

    private static List<String> keys(Set<Line> lines) {
        return lines.stream().sorted().map(Line::key).toList();
    }

    private final Jdbi jdbi;
    private final ObjectMapper json;

    AffectedStore(Jdbi jdbi, ObjectMapper json) {
        this.jdbi = jdbi;
        this.json = json;
    }

    /** Writes what differs; an unchanged client costs no write. */
    void keep(UUID tenant, List<Client> clients) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                insert into client (tenant_id, client_id, kind, product, name, account, account_person, shared, resolved,
                                    owner_name, owner_email, owner_locale, lines, done,
                                    people)
                select cast(:tenant as uuid), c.* from jsonb_to_recordset(:rows) as c (
                    "clientId" uuid, kind text, product text, name text, account text, "accountPerson" text, shared boolean,
                    resolved boolean, "ownerName" text, "ownerEmail" text, "ownerLocale" text, lines text[], done text[], people text[])
                on conflict (tenant_id, client_id) do update
                set (kind, product, name, account, account_person, shared, resolved, owner_name, owner_email, owner_locale, lines,
                     done, people)
                  = (excluded.kind, excluded.product, excluded.name, excluded.account, excluded.account_person,
                     excluded.shared, excluded.resolved, excluded.owner_name, excluded.owner_email, excluded.owner_locale,
                     excluded.lines, excluded.done, excluded.people)
                where (client.kind, client.product, client.name, client.account, client.account_person, client.shared,
                       client.resolved, client.owner_name, client.owner_email, client.owner_locale, client.lines, client.done, client.people)
                    is distinct from
                      (excluded.kind, excluded.product, excluded.name, excluded.account, excluded.account_person,
                       excluded.shared, excluded.resolved, excluded.owner_name, excluded.owner_email, excluded.owner_locale,
                       excluded.lines, excluded.done, excluded.people)""")
                .bind("tenant", tenant)
                .bind(
                        "rows",
                        json.<JsonNode>valueToTree(
                                clients.stream().map(ClientRow::of).toList()))
                .execute());
    }

    void drop(UUID tenant, Collection<UUID> clients) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "delete from client where tenant_id = :tenant and client_id = any(:clients)")
                .bind("tenant", tenant)
                .bind("clients", clients.toArray(UUID[]::new))
                .execute());
    }

    void dropAll(UUID tenant) {
        jdbi.useHandle(handle -> handle.createUpdate("delete from client where tenant_id = :tenant")
                .bind("tenant", tenant)
                .execute());
    }

    Map<String, Owner> owners(UUID tenant, Collection<String> emails) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select * from owner where tenant_id = :tenant and email = any(:emails)")
                        .bind("tenant", tenant)
                        .bind("emails", emails.toArray(String[]::new))
                        .mapTo(Owner.class)
                        .collect(Collectors.toMap(Owner::email, Function.identity())));
    }

    void replaceFindings(UUID tenant, List<Finding> findings) {
        jdbi.useHandle(handle -> {
            handle.createUpdate("delete from finding where tenant_id = :tenant")
                    .bind("tenant", tenant)
                    .execute();
            var batch = handle.prepareBatch("""
                    insert into finding (tenant_id, protocol, kind, source, since, month, gap)
                    values (:tenant, :protocol, :kind, :source, :since, :month, :gap)""");
            findings.forEach(finding ->
                    RecordMapper.bind(batch, finding).bind("tenant", tenant).add());
            if (!findings.isEmpty()) {
                batch.execute();
            }
        });
    }
}
