package dev.cutoff.inventory.evidence;

import dev.cutoff.inventory.coverage.Arrivals;
import dev.cutoff.inventory.coverage.Brought;
import jakarta.inject.Singleton;
import org.jdbi.v3.core.Jdbi;

/** Tells coverage which days and which accounts a file of sign-ins speaks of. */
@Singleton
class SignInCoverage {

    private final Jdbi jdbi;
    private final Arrivals arrivals;

    SignInCoverage(Jdbi jdbi, Arrivals arrivals) {
        this.jdbi = jdbi;
        this.arrivals = arrivals;
    }

    /** A file without a sign-in: the source has spoken, and had nothing to say. */
    void recordNothing(Job job) {
        arrivals.begin();
        arrivals.record(job.tenantId(), Arrivals.SIGN_IN_LOG, job.id(), Brought.NOTHING);
    }

    /** Once {@code fresh} says which sign-ins are new, and before clients are judged by the days. */
    void recordDays(Job job) {
        arrivals.begin();
        jdbi.useHandle(handle -> handle.execute("""
                insert into brought_day (protocol, auth_method, day, rows, successes)
                select t.protocol, t.auth_method, s.day, sum(s.rows), sum(s.successes)
                from (select s.trait, f.day, count(*) as rows, count(*) filter (where s.outcome = 0) as successes
                      from fresh f join %s s on s.n = f.n group by s.trait, f.day) s
                join %s t on t.id = s.trait
                group by t.protocol, t.auth_method, s.day""".formatted(Staging.rows(job.id()), Staging.traits(job.id()))));
        arrivals.record(job.tenantId(), Arrivals.SIGN_IN_LOG, job.id(), brought(job));
    }

    private Brought brought(Job job) {
        return jdbi.withHandle(
                handle -> handle.createQuery("""
                select count(*) as rows, min((s.at at time zone 'UTC')::date) as first_day,
                       max((s.at at time zone 'UTC')::date) as last_day
                from %s s where %s""".formatted(Staging.rows(job.id()), SignInStore.COUNTABLE))
                        .mapTo(Brought.class)
                        .one());
    }

    /** Once {@code sighting} says which account everybody is. */
    void recordAccounts(Job job) {
        jdbi.useHandle(handle ->
                handle.execute("""
                insert into brought_account (protocol, month, user_id, address)
                select distinct t.protocol, s.month, s.user_id, s.address
                from (select distinct s.trait, date_trunc('month', s.at at time zone 'UTC')::date as month, s.user_id, s.address
                      from %s s where s.outcome = 0 and %s) s
                join %s t on t.id = s.trait
                where t.auth_method = 'basic'""".formatted(Staging.rows(job.id()), SignInStore.COUNTABLE, Staging.traits(job.id()))));
        arrivals.recordAccounts(job.tenantId());
    }
}
