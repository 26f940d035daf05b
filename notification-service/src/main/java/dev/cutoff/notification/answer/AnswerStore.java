package dev.cutoff.notification.answer;

import dev.cutoff.commons.database.RecordMapper;
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
class AnswerStore {

    private static final String COLUMNS = """
            id, version, tenant_id, client_id, person, nullif(programme, '') as programme, nullif(protocol, '') as protocol,
            nullif(auth_method, '') as auth_method, nullif(qualifier, '') as qualifier, kind, date, who_else, text, standing, owner, via,
            answered_at, answered_by""";

    private final Jdbi jdbi;

    AnswerStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    Page<Answer> list(TenantScope scope, AnswerFilter filter, View view, Paging paging) {
        return ListQuery.of(Answer.class, COLUMNS, "answer")
                .within(scope, "tenant_id")
                .where("client_id = :client", "client", filter.client())
                .where("person = :person", "person", filter.lowerCasedPerson())
                .where("programme in ('', :programme)", "programme", filter.programme())
                .where("kind = :kind", "kind", filter.kind())
                .where("standing = :standing", "standing", filter.standing())
                .seen(view, Answer.class)
                .sortable("answeredAt", "answered_at", "timestamptz")
                .sortable("person", "person", "text")
                .key("tenant_id", "uuid")
                .key("id", "uuid")
                .page(jdbi, paging);
    }

    List<Answer> find(TenantScope scope, Collection<UUID> ids) {
        var filter = scope.all() ? "" : " and tenant_id = any(:scope)";
        return jdbi.withHandle(handle -> {
            var query = handle.createQuery("select " + COLUMNS + " from answer where id = any(:ids)" + filter)
                    .bind("ids", ids.toArray(UUID[]::new));
            if (!scope.all()) {
                query.bind("scope", scope.array());
            }
            return query.mapTo(Answer.class).list();
        });
    }

    /** All that was said about these clients of the tenant. */
    List<Answer> about(UUID tenant, Collection<UUID> clients) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select " + COLUMNS + " from answer where tenant_id = :tenant and client_id = any(:clients)")
                .bind("tenant", tenant)
                .bind("clients", clients.toArray(UUID[]::new))
                .mapTo(Answer.class)
                .list());
    }

    /** One writer at a time for each client, in one order everywhere, also while nothing was said yet. */
    void lock(UUID tenant, Collection<UUID> clients) {
        jdbi.useHandle(handle -> handle.createQuery("""
                        select pg_advisory_xact_lock(hashtextextended('answer ' || :tenant || ' ' || client, 0))
                        from (select distinct client::text as client from unnest(:clients) as client order by 1) as ordered""")
                .bind("tenant", tenant.toString())
                .bind("clients", clients.toArray(UUID[]::new))
                .mapToMap()
                .list());
    }

    /** Those of them that nobody has changed since, and nobody is changing now; held until the end of the transaction. */
    List<UUID> lockAsSeen(UUID tenant, Collection<Answer> seen) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select id from answer join unnest(:ids, :versions) as seen (id, version) using (id, version)
                        where tenant_id = :tenant order by id for update of answer skip locked""")
                .bind("tenant", tenant)
                .bind("ids", seen.stream().map(Answer::id).toArray(UUID[]::new))
                .bind("versions", seen.stream().map(Answer::version).toArray(Long[]::new))
                .mapTo(UUID.class)
                .list());
    }

    void save(List<Answer> answers) {
        jdbi.useHandle(handle -> {
            var batch = handle.prepareBatch("""
                    insert into answer (tenant_id, id, version, client_id, person, programme, protocol, auth_method, qualifier, kind, date,
                                        who_else, text, standing, owner, via, answered_at, answered_by)
                    values (:tenantId, :id, :version, :clientId, :person, coalesce(:programme, ''), coalesce(:protocol, ''),
                            coalesce(:authMethod, ''), coalesce(:qualifier, ''), :kind, :date, :whoElse, :text, :standing, :owner, :via,
                            :answeredAt, :answeredBy)
                    on conflict (tenant_id, id) do update
                    set (version, kind, date, who_else, text, standing, owner, via, answered_at, answered_by)
                      = (excluded.version, excluded.kind, excluded.date, excluded.who_else, excluded.text, excluded.standing,
                         excluded.owner, excluded.via, excluded.answered_at, excluded.answered_by)""");
            answers.forEach(answer -> RecordMapper.bind(batch, answer).add());
            batch.execute();
        });
    }

    void remove(UUID tenant, Collection<UUID> ids) {
        jdbi.useHandle(handle -> handle.createUpdate("delete from answer where tenant_id = :tenant and id = any(:ids)")
                .bind("tenant", tenant)
                .bind("ids", ids.toArray(UUID[]::new))
                .execute());
    }
}
