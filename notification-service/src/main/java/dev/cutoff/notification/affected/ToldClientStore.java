package dev.cutoff.notification.affected;

import dev.cutoff.notification.line.Line;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

@Singleton
class ToldClientStore {

    private record Row(
            UUID tenantId,
            UUID clientId,
            String kind,
            @Nullable String product,
            @Nullable String name,
            @Nullable String account,
            boolean shared,
            boolean resolved,
            List<String> lines) {

        ToldClient client() {
            return new ToldClient(
                    tenantId,
                    clientId,
                    kind,
                    product,
                    name,
                    account,
                    shared,
                    resolved,
                    lines.stream().map(Line::parse).collect(Collectors.toUnmodifiableSet()));
        }
    }

    private static final String COLUMNS =
            "cl.tenant_id, cl.client_id, cl.kind, cl.product, cl.name, cl.account, cl.shared, cl.resolved, cl.lines";

    /** In the words of the index that finds a person in any tenant. */
    private static final String OF_PERSON =
            " from client cl where cl.people @> array[cast(:person as text)] and cl.people <> '{}' and cl.lines <> '{}'";

    private final Jdbi jdbi;

    ToldClientStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    int count(String person) {
        return jdbi.withHandle(handle -> handle.createQuery("select count(*)" + OF_PERSON)
                .bind("person", person)
                .mapTo(Integer.class)
                .one());
    }

    List<ToldClient> page(String person, int offset, int most) {
        return jdbi.withHandle(handle -> handle.createQuery("select " + COLUMNS + OF_PERSON + """
                         order by cl.resolved, (
                             select min(coalesce(c.day, c.earliest)) from cutoff c
                             where c.tenant_id = cl.tenant_id
                               and rtrim(concat_ws(' ', c.programme, c.protocol, c.auth_method, c.qualifier)) = any(cl.lines)) nulls last,
                             cl.tenant_id, cl.name, cl.client_id
                         limit :most offset :offset""")
                .bind("person", person)
                .bind("most", most)
                .bind("offset", offset)
                .mapTo(Row.class)
                .map(Row::client)
                .list());
    }

    List<ToldClient> among(String person, Collection<UUID> clients) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select " + COLUMNS + OF_PERSON + " and cl.client_id = any(:clients)")
                        .bind("person", person)
                        .bind("clients", clients.toArray(UUID[]::new))
                        .mapTo(Row.class)
                        .map(Row::client)
                        .list());
    }
}
