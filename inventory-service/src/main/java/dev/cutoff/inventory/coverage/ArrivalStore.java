package dev.cutoff.inventory.coverage;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

@Singleton
class ArrivalStore {

    private final Jdbi jdbi;

    ArrivalStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    void begin() {
        jdbi.useHandle(handle -> {
            handle.execute("""
                    create temporary table if not exists brought_day (
                        protocol text, auth_method text, day date, rows bigint, successes bigint) on commit delete rows""");
            handle.execute("delete from brought_day");
        });
    }

    void arrive(UUID tenant, String source, UUID id, Instant now, Brought what) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                insert into coverage_arrival (tenant_id, source, import_id, arrived_at, rows, first_day, last_day)
                values (:tenant, :source, :id, :now, :rows, :first, :last)
                on conflict (tenant_id, source, import_id) do nothing""")
                .bind("tenant", tenant)
                .bind("source", source)
                .bind("id", id)
                .bind("now", now)
                .bind("rows", what.rows())
                .bindByType("first", what.firstDay(), LocalDate.class)
                .bindByType("last", what.lastDay(), LocalDate.class)
                .execute());
    }

    void addDays(UUID tenant, String source) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                insert into coverage_day (tenant_id, source, protocol, auth_method, day, rows, successes)
                select :tenant, :source, protocol, auth_method, day, sum(rows), sum(successes)
                from brought_day group by protocol, auth_method, day having sum(rows) > 0 order by protocol, auth_method, day
                on conflict (tenant_id, source, protocol, auth_method, day) do update
                set rows = coverage_day.rows + excluded.rows, successes = coverage_day.successes + excluded.successes""")
                .bind("tenant", tenant)
                .bind("source", source)
                .execute());
    }

    void putDay(UUID tenant, String source, LocalDate day, List<Told> told) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                insert into coverage_day (tenant_id, source, protocol, auth_method, day, rows, successes)
                select :tenant, :source, protocol, auth_method, :day, rows, 0
                from unnest(:protocols, :methods, :rows) as t (protocol, auth_method, rows)
                on conflict (tenant_id, source, protocol, auth_method, day) do update
                set rows = greatest(coverage_day.rows, excluded.rows)""")
                .bind("tenant", tenant)
                .bind("source", source)
                .bind("day", day)
                .bind("protocols", told.stream().map(Told::protocol).toArray(String[]::new))
                .bind("methods", told.stream().map(Told::authMethod).toArray(String[]::new))
                .bind("rows", told.stream().map(Told::rows).toArray(Long[]::new))
                .execute());
    }

    /** Adds accounts to the blocks of their months; a block that has them all is not written. */
    void addAccounts(UUID tenant, LocalDate firstMonth, LocalDate last) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                with sighted as (
                    select t.protocol, m.month, id_bucket(s.account_id, 8) as bucket, array_agg(distinct s.account_id) as ids
                    from sighting s
                    join sighted_trait t on t.trait = s.trait and t.auth_method = 'basic'
                    cross join (select month::date, (row_number() over (order by month) - 1)::integer as bit
                                from generate_series(cast(:first as timestamp), cast(:last as timestamp), interval '1 month') as month) m
                    where s.months >> m.bit & 1 = 1
                    group by t.protocol, m.month, bucket),
                wanted as (
                    select s.protocol, s.month, s.bucket, coalesce(b.accounts, 0) as before,
                           case when b.accounts is null then s.ids
                               else array(select unnest(b.account_ids) union select unnest(s.ids)) end as ids
                    from sighted s
                    left join coverage_block b on b.tenant_id = :tenant
                      and b.protocol = s.protocol and b.month = s.month and b.bucket = s.bucket)
                insert into coverage_block (tenant_id, protocol, month, bucket, account_ids)
                select :tenant, protocol, month, bucket, ids from wanted where cardinality(ids) > before
                order by protocol, month, bucket
                on conflict (tenant_id, protocol, month, bucket) do update set account_ids = excluded.account_ids""")
                .bind("tenant", tenant)
                .bind("first", firstMonth)
                .bind("last", last)
                .execute());
    }

    /** Puts accounts in the place of others; a block that loses one and gains one is written once. */
    void absorb(UUID tenant) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                with found as (
                    select b.protocol, b.month, a.old_id, a.new_id
                    from absorbed a
                    join coverage_block b on b.tenant_id = :tenant and b.bucket = id_bucket(a.old_id, 8) and a.old_id = any(b.account_ids)),
                moved as (
                    select protocol, month, old_id as id, true as is_gone from found
                    union all
                    select protocol, month, new_id, false from found),
                changed as (
                    select protocol, month, id_bucket(id, 8) as bucket,
                           array_agg(id) filter (where is_gone) as gone, array_agg(id) filter (where not is_gone) as come
                    from moved group by protocol, month, bucket)
                insert into coverage_block (tenant_id, protocol, month, bucket, account_ids)
                select :tenant, c.protocol, c.month, c.bucket,
                       array((select unnest(b.account_ids) union select unnest(c.come)) except select unnest(c.gone))
                from changed c
                left join coverage_block b on b.tenant_id = :tenant
                  and b.protocol = c.protocol and b.month = c.month and b.bucket = c.bucket
                on conflict (tenant_id, protocol, month, bucket) do update set account_ids = excluded.account_ids""").bind("tenant", tenant).execute());
    }
}
