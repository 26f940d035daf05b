package dev.cutoff.notification.transport;

import jakarta.inject.Singleton;
import java.time.Duration;
import org.jdbi.v3.core.Jdbi;

@Singleton
class BudgetStore {

    /**
     * What a budget stands at.
     *
     * @param waited seconds since the next mail might have left; below 0 if it may not yet
     * @param stale whether the day has to be counted again
     */
    record Standing(double waited, int dayTaken, boolean stale) {}

    private final Jdbi jdbi;

    BudgetStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Locked until the end of the transaction. */
    Standing lock(String transport, Duration countAgain) {
        return jdbi.withHandle(handle -> {
            handle.createUpdate("insert into transport_budget (transport) values (:transport) on conflict do nothing")
                    .bind("transport", transport)
                    .execute();
            return handle.createQuery("""
                            select coalesce(extract(epoch from clock_timestamp() - nullif(next_at, '-infinity')), 1e9)::float8 as waited,
                                   day_taken, counted_at < clock_timestamp() - make_interval(secs => :again) as stale
                            from transport_budget where transport = :transport for update""")
                    .bind("transport", transport)
                    .bind("again", countAgain.toSeconds())
                    .mapTo(Standing.class)
                    .one();
        });
    }

    /** Counts what has left in the last 24 hours; an attempt that reached no server took nothing. */
    int countDay(String transport) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        update transport_budget b
                        set counted_at = clock_timestamp(),
                            day_taken = (
                                select count(*) from delivery d
                                where d.transport = b.transport and d.started_at > clock_timestamp() - interval '24 hours'
                                  and d.phase not in ('claimed', 'connect'))
                        where transport = :transport returning day_taken""")
                .bind("transport", transport)
                .mapTo(Integer.class)
                .one());
    }

    /** @param burst how far back a pause counts */
    void take(String transport, int count, Duration interval, int burst) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                update transport_budget
                set next_at = greatest(next_at, clock_timestamp() - make_interval(secs => :interval * (:burst - 1)))
                              + make_interval(secs => :interval * :count),
                    day_taken = day_taken + :count
                where transport = :transport""")
                .bind("transport", transport)
                .bind("count", count)
                .bind("interval", interval.toNanos() / 1e9)
                .bind("burst", burst)
                .execute());
    }
}
