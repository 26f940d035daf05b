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

    void addAccounts(UUID tenant, LocalDate firstMonth, LocalDate last) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                insert into coverage_account (tenant_id, protocol, month, account_id)
                select :tenant, s.protocol, s.month, s.account_id
                from (select distinct t.protocol, m.month, s.account_id
                      from sighting s
                      join sighted_trait t on t.trait = s.trait and t.auth_method = 'basic'
                      cross join (select month::date, (row_number() over (order by month) - 1)::integer as bit
                                  from generate_series(cast(:first as timestamp), cast(:last as timestamp), interval '1 month') as month) m
                      where s.months >> m.bit & 1 = 1) s
                where not exists (
                    select from coverage_account ca
                    where ca.tenant_id = :tenant and ca.protocol = s.protocol and ca.month = s.month
                      and ca.account_id = s.account_id)
                order by s.protocol, s.month, s.account_id""")
                .bind("tenant", tenant)
                .bind("first", firstMonth)
                .bind("last", last)
                .execute());
    }

    void absorb(UUID tenant) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                with gone as (
                    delete from coverage_account ca using absorbed b
                    where ca.tenant_id = :tenant and ca.account_id = b.old_id
                    returning ca.protocol, ca.month, b.new_id)
                insert into coverage_account (tenant_id, protocol, month, account_id)
                select distinct :tenant, protocol, month, new_id from gone on conflict do nothing""").bind("tenant", tenant).execute());
    }
}
