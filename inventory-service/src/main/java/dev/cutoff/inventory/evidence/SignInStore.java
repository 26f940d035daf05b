package dev.cutoff.inventory.evidence;

import jakarta.inject.Singleton;
import java.time.Duration;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Update;

/** Counts each sign-in once, by the key {@code (tenant, UTC day, id)}. */
@Singleton
class SignInStore {

    /** A staged row that is a sign-in of a day that is still kept. */
    static final String COUNTABLE =
            "s.reason is null and (s.at at time zone 'UTC')::date in (select day from kept_day)";

    private final Jdbi jdbi;

    SignInStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Makes the partitions of the days, but for those that were dropped, and notes that they are in use. */
    void keepDays(Job job) {
        jdbi.useHandle(handle -> handle.createQuery("select keep_sign_in_days(cast(:days as date[]))")
                .bind("days", days(job))
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

    /** Rejects what is older than what can still be told from new. @return how many rows */
    long rejectTooOld(Job job) {
        return jdbi.withHandle(handle -> {
            handle.execute(
                    "create temporary table if not exists kept_day (day date primary key) on commit delete rows");
            var kept = handle.createUpdate("""
                    insert into kept_day select day from sign_in_day where day = any(cast(:days as date[])) and dropped_at is null""").bind("days", days(job)).execute();
            if (kept == job.days().size()) {
                return 0L;
            }
            return (long) handle.createUpdate("""
                    insert into import_error (tenant_id, import_id, n, line, field, reason, value)
                    select :tenant, :import, n, line, null, 'too-old', to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')
                    from %s where reason is null and (at at time zone 'UTC')::date not in (select day from kept_day)""".formatted(Staging.rows(job.id())))
                    .bind("tenant", job.tenantId())
                    .bind("import", job.id())
                    .execute();
        });
    }

    /**
     * Writes down the sign-ins that had not been seen, and leaves them by number in {@code fresh}. An anti-join and a plain insert in the
     * order of the key, because {@code on conflict} takes twice as long; the tenant's lock keeps other writers out.
     *
     * @return how many were new
     */
    long count(Job job) {
        return jdbi.withHandle(handle -> {
            handle.execute("create temporary table fresh (n bigint, day date, id uuid) on commit drop");
            bound(handle, job, """
                    insert into fresh
                    select min(s.n), s.day, s.id from (
                        select s.n, (s.at at time zone 'UTC')::date as day, s.id from %s s where %s) s
                    where not exists (
                        select from sign_in k where k.tenant_id = :tenant and k.day between cast(:first as date) and cast(:last as date)
                          and k.day = s.day and k.id = s.id)
                    group by s.day, s.id""".formatted(Staging.rows(job.id()), COUNTABLE)).execute();
            return (long) bound(handle, job, """
                    insert into sign_in (tenant_id, day, id) select :tenant, day, id from fresh order by day, id""").execute();
        });
    }

    /**
     * Adds up the staged sign-ins by account, use and product, as the clients want them: counts of the new ones only, first and last
     * times of all, so that the same sign-in from two exports, of which one cuts off fractions, leaves the same times in any order.
     */
    void addUp(Job job) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        """
                insert into sighting (user_id, address, protocol, auth_method, qualifier, product_key, kind, vendor, product,
                                      product_version, operating_system, successes, blocked, failures, first_success, last_success,
                                      last_block, last_seen)
                select s.user_id, s.address, t.protocol, t.auth_method, t.qualifier, t.product_key, t.kind, t.vendor, t.product,
                       t.product_version, t.operating_system, s.successes, s.blocked, s.failures, s.first_success, s.last_success,
                       s.last_block, s.last_seen
                from (select s.user_id, s.address, s.trait,
                             count(*) filter (where f.n is not null and s.outcome = 0) as successes,
                             count(*) filter (where f.n is not null and s.outcome = 1) as blocked,
                             count(*) filter (where f.n is not null and s.outcome = 2) as failures,
                             min(s.at) filter (where s.outcome = 0) as first_success,
                             max(s.at) filter (where s.outcome = 0) as last_success,
                             max(s.at) filter (where s.outcome = 1) as last_block,
                             max(s.at) as last_seen
                      from %s s left join fresh f on f.n = s.n
                      where %s
                      group by s.user_id, s.address, s.trait) s
                join %s t on t.id = s.trait""".formatted(Staging.rows(job.id()), COUNTABLE, Staging.traits(job.id())))
                .execute());
    }

    private static Update bound(Handle handle, Job job, String sql) {
        var update = handle.createUpdate(sql).bind("tenant", job.tenantId());
        return sql.contains(":first")
                ? update.bind("first", job.days().getFirst())
                        .bind("last", job.days().getLast())
                : update;
    }

    private static String[] days(Job job) {
        return job.days().toArray(String[]::new);
    }
}
