package dev.cutoff.notification.notice;

import dev.cutoff.commons.json.WireName;
import dev.cutoff.commons.security.Caller;
import dev.cutoff.commons.security.Callers;
import dev.cutoff.notification.reminder.Status;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jdbi.v3.core.Jdbi;

/** What an operator has to see: how many notices stand where, and how long the oldest that should have left has been waiting. */
@Singleton
@Startup
class NoticeSignals {

    private record Count(Status state, long count) {}

    private final Jdbi jdbi;
    private final Clock clock;
    private final Map<Status, AtomicLong> counts = new EnumMap<>(Status.class);
    private final AtomicLong oldest = new AtomicLong();
    private final AtomicLong overdue = new AtomicLong();

    NoticeSignals(Jdbi jdbi, Clock clock, MeterRegistry metrics) {
        this.jdbi = jdbi;
        this.clock = clock;
        for (var status : Status.values()) {
            var count = new AtomicLong();
            counts.put(status, count);
            Gauge.builder("cutoff.notices", count, AtomicLong::get)
                    .description("Notices by how far they have come")
                    .tag("status", WireName.of(status))
                    .register(metrics);
        }
        Gauge.builder("cutoff.notice.oldest.due.age", oldest, AtomicLong::get)
                .baseUnit("seconds")
                .description("How long the oldest notice that may leave has been due")
                .register(metrics);
        Gauge.builder("cutoff.notice.oldest.lease.overdue", overdue, AtomicLong::get)
                .baseUnit("seconds")
                .description("How long the oldest lease has been over whose notice nobody has taken back")
                .register(metrics);
    }

    @Scheduled(every = "15s", concurrentExecution = ConcurrentExecution.SKIP)
    void measure() {
        Callers.as(
                Caller.system("signals"),
                () -> QuarkusTransaction.requiringNew().call(() -> {
                    var found = counted();
                    counts.forEach((status, count) -> count.set(found.getOrDefault(status, 0L)));
                    oldest.set(oldestDueSeconds());
                    overdue.set(overdueSeconds());
                    return null;
                }));
    }

    private Map<Status, Long> counted() {
        var found = new EnumMap<Status, Long>(Status.class);
        jdbi.useHandle(handle -> handle.createQuery("select state, count(*) from notice group by state")
                .mapTo(Count.class)
                .forEach(row -> found.put(row.state(), row.count())));
        return found;
    }

    /** Due from the start of its day in the person's zone, or from the end of the quiet hours that it is not in. */
    private long oldestDueSeconds() {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select coalesce(max(extract(epoch from :now - greatest(
                                   day::timestamp at time zone zone,
                                   case when quiet_to is not null and (cast(:now as timestamptz) at time zone zone)::time >= quiet_to
                                        then ((cast(:now as timestamptz) at time zone zone)::date + quiet_to) at time zone zone end))), 0)::bigint
                        from notice
                        where state in ('planned', 'retry', 'uncertain') and nearest > '-infinity'
                          and day::timestamp at time zone zone <= :now
                          and next_attempt_at < now() + interval '1 year'
                          and not in_quiet_hours(:now, zone, quiet_from, quiet_to)""")
                .bind("now", clock.instant())
                .mapTo(Long.class)
                .one());
    }

    private long overdueSeconds() {
        return jdbi.withHandle(
                handle -> handle.createQuery("""
                        select coalesce(max(extract(epoch from now() - lease_until)), 0)::bigint
                        from notice where state = 'sending' and lease_until < now()""").mapTo(Long.class).one());
    }
}
