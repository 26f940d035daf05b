package dev.cutoff.notification.readiness;

import dev.cutoff.commons.json.WireName;
import dev.cutoff.commons.page.ListQuery;
import dev.cutoff.commons.page.Page;
import dev.cutoff.commons.page.Paging;
import dev.cutoff.commons.security.TenantScope;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Counts in the database, across what the last plan was made from, what was told since, who is reached and what they say: one grouped
 * statement, however many clients there are.
 */
@Singleton
class ReadinessStore {

    /** Each line of each client with the stage that it has come to, from 0 to 6. */
    private static final String STAGES = """
            with stopping as (
                select row_number() over () as nth, k.tenant_id, k.programme, k.protocol, k.auth_method, k.qualifier,
                       rtrim(concat_ws(' ', k.programme, k.protocol, k.auth_method, k.qualifier)) as key
                from cutoff k
                where coalesce(k.day, k.earliest) is not null and k.state not in ('not-affected', 'unknown', 'blocked-by-tenant')
                  and %1$s),
            line as (
                select c.tenant_id, c.client_id, c.kind, c.owner_email, c.owner_name, c.resolved, s.nth, s.programme, s.protocol,
                       s.auth_method, s.qualifier
                from client c cross join unnest(c.lines) as used join stopping s on s.tenant_id = c.tenant_id and s.key = used
                where %2$s),
            told as (
                select r.client_id, s.nth, max(case when p.state = 'unreachable' then 1 else 2 end) as stage
                from reminder r join stopping s using (tenant_id, programme, protocol, auth_method, qualifier)
                left join recipient p on p.tenant_id = r.tenant_id and p.person = r.person
                where r.state = 'sent' and r.topic = 'deadline' and r.anchor = 'cutoff' and %3$s
                group by 1, 2),
            said as (
                select distinct on (l.client_id, l.nth) l.client_id, l.nth,
                       case when a.standing not in ('stands', 'confirmed') then 3
                            when a.kind = 'done' then 5 when a.kind = 'planned' then 4 else 3 end as stage
                from answer a join line l on l.tenant_id = a.tenant_id and l.client_id = a.client_id
                 and a.programme in ('', l.programme) and a.protocol in ('', l.protocol) and a.auth_method in ('', l.auth_method)
                 and a.qualifier in ('', l.qualifier)
                where a.standing <> 'lapsed' and %4$s
                order by 1, 2, a.kind = 'not-mine', a.answered_at desc, a.id),
            staged as (
                select line.*, case when resolved then 6 else greatest(coalesce(told.stage, 0), coalesce(said.stage, 0)) end as stage
                from line left join told using (client_id, nth) left join said using (client_id, nth))
            """;

    private static final String COUNTS = """
            count(*) as clients, count(*) filter (where stage = 0) as nobody, count(*) filter (where stage = 1) as told,
            count(*) filter (where stage = 2) as reached, count(*) filter (where stage = 3) as answered,
            count(*) filter (where stage = 4) as planned, count(*) filter (where stage = 5) as done,
            count(*) filter (where stage = 6) as verified""";

    private static final String SUMS = """
            sum(nobody + told + reached + answered + planned + done + verified)::bigint as clients, sum(nobody)::bigint as nobody,
            sum(told)::bigint as told, sum(reached)::bigint as reached, sum(answered)::bigint as answered,
            sum(planned)::bigint as planned, sum(done)::bigint as done, sum(verified)::bigint as verified""";

    private final Jdbi jdbi;

    ReadinessStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    Page<ReadinessGroup> list(TenantScope scope, ReadinessFilter filter, Paging paging) {
        var groupBy = filter.groupBy();
        var by = groupBy == null ? "null" : "'" + WireName.of(groupBy) + "'";
        var from =
                groupBy == GroupBy.WEEK ? weeks(scope, filter.programme()) : groups(scope, filter.programme(), groupBy);
        var query = ListQuery.of(
                        ReadinessGroup.class, "cast(" + by + " as text) as group_by, " + ReadinessGroup.COLUMNS, from)
                .computed("tenant", filter.tenant())
                .computed("programme", filter.programme())
                .computed("groupBy", groupBy)
                .sortable("clients", "clients", "bigint")
                .sortable("nobody", "nobody", "bigint")
                .sortable("verified", "verified", "bigint")
                .key("in_common", "text");
        if (!scope.all()) {
            query.binding("tenants", scope.array());
        }
        if (filter.programme() != null) {
            query.binding("programme", filter.programme());
        }
        return query.page(jdbi, paging);
    }

    private static String groups(TenantScope scope, @Nullable String programme, @Nullable GroupBy groupBy) {
        var value = groupBy == null ? "''" : groupBy.value();
        var name = groupBy == null ? "null" : groupBy.label();
        return "(" + stages(scope, programme) + """
                select in_common, max(name) as name, %s
                from (select %s as in_common, max(%s) as name, min(line.stage) as stage
                      from staged line join tenant on tenant.tenant_id = line.tenant_id
                      group by 1, line.tenant_id, line.client_id) as once
                group by in_common) as counted""".formatted(COUNTS, value, name);
    }

    /** Weeks as they ended; where a tenant still has affected clients, its current one as it is now. */
    private static String weeks(TenantScope scope, @Nullable String programme) {
        return "(" + stages(scope, programme)
                + """
                , now as (
                    select tenant_id, week, %s
                    from (select line.tenant_id, %s as week, min(line.stage) as stage
                          from staged line join tenant on tenant.tenant_id = line.tenant_id
                          where tenant.planned_on is not null
                          group by line.tenant_id, 2, line.client_id) as once
                    group by tenant_id, week)
                select week as in_common, cast(null as text) as name, %s
                from (select tenant_id, week, nobody, told, reached, answered, planned, done, verified from now
                      union all
                      select w.tenant_id, to_char(w.week, 'YYYY-MM-DD'), nobody, told, reached, answered, planned, done, verified
                      from readiness_week w
                      where w.programme = %s and %s and not exists (
                          select from now where now.tenant_id = w.tenant_id and now.week = to_char(w.week, 'YYYY-MM-DD'))) as kept
                group by week) as counted""".formatted(
                                COUNTS,
                                GroupBy.WEEK.value(),
                                SUMS,
                                programme == null ? "''" : ":programme",
                                within("w", scope));
    }

    private static String stages(TenantScope scope, @Nullable String programme) {
        var stopping = within("k", scope) + (programme == null ? "" : " and k.programme = :programme");
        return STAGES.formatted(stopping, within("c", scope), within("r", scope), within("a", scope));
    }

    private static String within(String table, TenantScope scope) {
        return scope.all() ? "true" : table + ".tenant_id = any(:tenants)";
    }

    /** Keeps what it has come to in a week, for all programmes and for each; where nothing is affected what was kept stays. */
    void keep(UUID tenant, LocalDate monday) {
        var scope = TenantScope.of(Set.of(tenant));
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into readiness_week (tenant_id, week, programme, nobody, told, reached, answered, planned, done, verified)
                        select :tenant, :week, programme, nobody, told, reached, answered, planned, done, verified
                        from (%s select programme, %s
                              from (select coalesce(programme, '') as programme, client_id, min(stage) as stage
                                    from staged group by grouping sets ((client_id), (programme, client_id))) as once
                              group by programme) as counted
                        on conflict (tenant_id, week, programme) do update
                        set (nobody, told, reached, answered, planned, done, verified)
                          = (excluded.nobody, excluded.told, excluded.reached, excluded.answered, excluded.planned, excluded.done,
                             excluded.verified)""".formatted(stages(scope, null), COUNTS))
                .bind("tenant", tenant)
                .bind("tenants", scope.array())
                .bind("week", monday)
                .execute());
    }
}
