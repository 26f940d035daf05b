package dev.cutoff.notification.reach;

import dev.cutoff.commons.database.RecordMapper;
import dev.cutoff.commons.security.TenantScope;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

@Singleton
class BounceStore {

    /** A bounce, and whom it is about. */
    record Row(
            UUID tenantId,
            String person,
            @Nullable UUID noticeId,
            BounceKind kind,
            BounceSource source,
            @Nullable String status,
            @Nullable String diagnostic,
            Instant at) {

        Bounce shown() {
            return new Bounce(noticeId, kind, source, status, diagnostic, at);
        }
    }

    private static final String COLUMNS = "tenant_id, person, notice_id, kind, source, status, diagnostic, at";

    /** Far more than anybody needs to be given up. */
    private static final int MOST = 1000;

    private final Jdbi jdbi;

    BounceStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * Notes it once; of what is known already, only that a soft one has turned out to be hard.
     *
     * @return whether that is news
     */
    boolean add(UUID tenant, Bounced bounced, String by) {
        var isSame = bounced.noticeId() == null
                ? "(tenant_id, person, at) where notice_id is null"
                : "(tenant_id, person, notice_id, attempt) where notice_id is not null";
        return jdbi.withHandle(handle -> RecordMapper.bind(handle.createUpdate("""
                        insert into bounce (tenant_id, person, notice_id, attempt, kind, source, status, diagnostic, at, recorded_by)
                        select :tenant, :person, :noticeId, :attempt, :kind, :source, :status, :diagnostic, :at, :by
                        where not exists (
                            select from bounce
                            where tenant_id = :tenant and person = :person and notice_id = :noticeId and at = :at and kind = :kind)
                        on conflict %s do update
                        set (kind, source, status, diagnostic, at, recorded_at, recorded_by)
                          = (excluded.kind, excluded.source, excluded.status, excluded.diagnostic, excluded.at, now(),
                             excluded.recorded_by)
                        where bounce.kind = 'soft' and excluded.kind = 'hard'""".formatted(isSame)), bounced)
                        .bind("tenant", tenant)
                        .bind("by", by)
                        .execute()
                == 1);
    }

    /** What counts: nothing from before the moment at which a person said that mail arrives. */
    List<Judgement.Heard> heard(UUID tenant, String person, @Nullable Instant since) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select kind, at from bounce
                        where tenant_id = :tenant and person = :person
                          and (cast(:since as timestamptz) is null or at > :since)
                        order by kind, at desc limit :most""")
                .bind("tenant", tenant)
                .bind("person", person)
                .bind("since", since)
                .bind("most", MOST)
                .mapTo(Judgement.Heard.class)
                .list());
    }

    /** The latest of each person, by tenant and person. */
    Map<List<Object>, Bounce> latest(Collection<RecipientRow> people) {
        var latest = new HashMap<List<Object>, Bounce>();
        jdbi.useHandle(handle -> handle.createQuery("""
                        select distinct on (b.tenant_id, b.person) %s
                        from unnest(:tenants, :people) as asked (tenant_id, person) join bounce b using (tenant_id, person)
                        order by b.tenant_id, b.person, b.at desc""".formatted(COLUMNS))
                .bind("tenants", people.stream().map(RecipientRow::tenantId).toArray(UUID[]::new))
                .bind("people", people.stream().map(RecipientRow::person).toArray(String[]::new))
                .mapTo(Row.class)
                .forEach(row -> latest.put(List.of(row.tenantId(), row.person()), row.shown())));
        return latest;
    }

    /** What became of notices after they were sent. */
    Map<UUID, Bounce> of(Collection<UUID> notices, TenantScope scope) {
        var filter = scope.all() ? "" : " and tenant_id = any(:scope)";
        var found = new HashMap<UUID, Bounce>();
        jdbi.useHandle(handle -> {
            var query = handle.createQuery(
                            "select distinct on (notice_id) " + COLUMNS + " from bounce where notice_id = any(:notices)"
                                    + filter + " order by notice_id, kind, at desc")
                    .bind("notices", notices.toArray(UUID[]::new));
            if (!scope.all()) {
                query.bind("scope", scope.array());
            }
            query.mapTo(Row.class).forEach(row -> found.put(row.noticeId(), row.shown()));
        });
        return found;
    }
}
