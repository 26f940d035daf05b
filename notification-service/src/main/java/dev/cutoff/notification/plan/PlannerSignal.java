package dev.cutoff.notification.plan;

import dev.cutoff.commons.security.Caller;
import dev.cutoff.commons.security.Callers;
import dev.cutoff.notification.tenant.Tenants;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;

/** When planning last went through, in real time: somebody must be alerted if that stands still, because silence looks like calm. */
@Singleton
class PlannerSignal {

    private final AtomicLong lastSuccess = new AtomicLong();
    private final AtomicLong untold = new AtomicLong();
    private final Tenants tenants;

    PlannerSignal(MeterRegistry metrics, Tenants tenants) {
        this.tenants = tenants;
        Gauge.builder("cutoff.clients.untold", untold, AtomicLong::get)
                .description("Clients at risk of which there is nobody to tell")
                .register(metrics);
        Gauge.builder("cutoff.planner.last.success.timestamp", lastSuccess, AtomicLong::get)
                .baseUnit("seconds")
                .description("When planning last went through, in seconds since 1970")
                .register(metrics);
    }

    /** What nobody can be told of must be seen by somebody, too. */
    @Scheduled(every = "15s", concurrentExecution = ConcurrentExecution.SKIP)
    void measure() {
        untold.set(Callers.as(
                Caller.system("signals"),
                () -> QuarkusTransaction.requiringNew().call(tenants::untold)));
    }

    void planned() {
        lastSuccess.set(InstantSource.system().instant().getEpochSecond());
    }
}
