package dev.cutoff.inventory.evidence;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.LocalDate;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Adds staged sign-ins up, of the days that are kept. */
@Singleton
class SignInStore {

    private final Jdbi jdbi;

    SignInStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Makes the partitions of the days, but for those that were dropped, and notes that they are in use. */
    void keepDays(Job job) {
        jdbi.useHandle(handle -> handle.createQuery("select keep_sign_in_days(cast(:days as date[]))")
                .bind("days", job.dayArray())
                .mapToMap()
                .list());
    }

    int dropDays(Duration retention) {
        return jdbi.withHandle(handle -> {
            handle.execute("set local lock_timeout = '2s'");
            return handle.createQuery("select drop_sign_in_days(make_interval(secs => :seconds))")
                    .bind("seconds", retention.toSeconds())
                    .mapTo(Integer.class)
                    .one();
        });
    }

    Countable countable(Job job) {
        return jdbi.withHandle(handle -> {
            var forgotten = handle.createQuery("""
                    select wanted.day::text from unnest(cast(:days as date[])) as wanted (day)
                    where not exists (select from sign_in_day d where d.day = wanted.day and d.dropped_at is null)""")
                    .bind("days", job.dayArray())
                    .mapTo(String.class)
                    .list();
            var rows = handle.createQuery(
                            "select coalesce(sum(rows), 0) from %s where day <> all(cast(:forgotten as date[]))"
                                    .formatted(Staging.days(job.id())))
                    .bind("forgotten", forgotten.toArray(String[]::new))
                    .mapTo(Long.class)
                    .one();
            return new Countable(rows, forgotten);
        });
    }

    /** Rejects what is older than what can still be told from new. @return how many rows */
    long rejectTooOld(Job job, Countable countable) {
        if (countable.forgotten().isEmpty()) {
            return 0;
        }
        return jdbi.withHandle(handle -> handle.createUpdate("""
                insert into import_error (tenant_id, import_id, n, line, field, reason, value)
                select :tenant, :import, n, line, null, 'too-old', to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')
                from %s s where %s""".formatted(Staging.rows(job.id()), countable.tooOld()))
                .bind("tenant", job.tenantId())
                .bind("import", job.id())
                .execute());
    }

    /**
     * Adds the staged sign-ins up by account, use and product, as the clients want them, as if nobody had counted any of them before. A use
     * is one for all traits that have it.
     */
    void addUp(Job job, Countable countable) {
        jdbi.useHandle(handle -> {
            nameTraits(handle, job);
            handle.createUpdate("""
                    insert into sighting (user_id, address, account_id, trait, successes, blocked, failures, first_success,
                                          last_success, last_block, last_seen, months)
                    select user_id, address, user_id, trait,
                           count(*) filter (where outcome = 0), count(*) filter (where outcome = 1), count(*) filter (where outcome = 2),
                           min(at) filter (where outcome = 0), max(at) filter (where outcome = 0), max(at) filter (where outcome = 1),
                           max(at), bit_or(1::bigint << (month - :month)) filter (where outcome = 0)
                    from %s s where %s group by user_id, address, trait""".formatted(Staging.rows(job.id()), countable.condition()))
                    .bind("month", DayCounts.month(LocalDate.parse(job.days().getFirst())))
                    .execute();
        });
    }

    /** Brings the traits of the staged rows into {@code sighted_trait}. */
    static void nameTraits(Handle handle, Job job) {
        handle.execute("""
                insert into sighted_trait (trait, use, protocol, auth_method, qualifier, product_key, kind, vendor, product,
                                           product_version, operating_system)
                select id, dense_rank() over (order by protocol, auth_method, qualifier), protocol, auth_method, qualifier,
                       product_key, kind, vendor, product, product_version, operating_system
                from %s""".formatted(Staging.traits(job.id())));
    }

    /**
     * Takes off again what had been counted before. Times stay, so that the same sign-in from two exports, of which one cuts off fractions,
     * leaves the same times in any order.
     */
    void takeOffSeen(Job job) {
        jdbi.useHandle(handle -> handle.execute("""
                update sighting s
                set successes = s.successes - seen.successes, blocked = s.blocked - seen.blocked, failures = s.failures - seen.failures
                from (select r.user_id, r.address, r.trait, count(*) filter (where outcome = 0) as successes,
                             count(*) filter (where outcome = 1) as blocked, count(*) filter (where outcome = 2) as failures
                      from %s n join %s r on r.n = n.n group by r.user_id, r.address, r.trait) seen
                where s.trait = seen.trait and coalesce(s.address, '') = coalesce(seen.address, '')
                  and coalesce(s.user_id::text, '') = coalesce(seen.user_id::text, '')""".formatted(Staging.seen(job.id()), Staging.rows(job.id()))));
    }
}
