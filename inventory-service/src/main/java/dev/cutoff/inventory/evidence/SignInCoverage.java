package dev.cutoff.inventory.evidence;

import dev.cutoff.inventory.coverage.Arrivals;
import dev.cutoff.inventory.coverage.Brought;
import jakarta.inject.Singleton;
import java.time.LocalDate;
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

    /**
     * What was counted while the file was read, less what turned out to have been counted before; before clients are judged by the days.
     *
     * @param hasSeen whether there is anything of that
     */
    void recordDays(Job job, Countable countable, boolean hasSeen) {
        arrivals.begin();
        jdbi.useHandle(handle -> {
            handle.createUpdate("""
                    insert into brought_day (protocol, auth_method, day, rows, successes)
                    select protocol, auth_method, day, rows, successes from %s where day <> all(cast(:forgotten as date[]))""".formatted(Staging.days(job.id())))
                    .bind("forgotten", countable.forgottenArray())
                    .execute();
            if (hasSeen) {
                handle.execute("""
                        insert into brought_day (protocol, auth_method, day, rows, successes)
                        select t.protocol, t.auth_method, s.day, -count(*), -count(*) filter (where s.outcome = 0)
                        from %s n join %s s on s.n = n.n join %s t on t.id = s.trait
                        group by t.protocol, t.auth_method, s.day""".formatted(Staging.seen(job.id()), Staging.rows(job.id()), Staging.traits(job.id())));
            }
        });
        arrivals.record(job.tenantId(), Arrivals.SIGN_IN_LOG, job.id(), brought(job, countable));
    }

    private Brought brought(Job job, Countable countable) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                select coalesce(sum(rows), 0)::bigint as rows, min(day) as first_day, max(day) as last_day
                from %s where day <> all(cast(:forgotten as date[]))""".formatted(Staging.days(job.id())))
                .bind("forgotten", countable.forgottenArray())
                .mapTo(Brought.class)
                .one());
    }

    /** Once {@code sighting} says which account everybody is. */
    void recordAccounts(Job job) {
        arrivals.recordAccounts(
                job.tenantId(),
                LocalDate.parse(job.days().getFirst()),
                LocalDate.parse(job.days().getLast()));
    }
}
