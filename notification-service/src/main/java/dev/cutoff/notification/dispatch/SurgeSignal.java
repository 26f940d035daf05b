package dev.cutoff.notification.dispatch;

import dev.cutoff.commons.security.Caller;
import dev.cutoff.commons.security.Callers;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicLong;

/** In how many tenants mail waits for somebody to look at a plan that tells many more people than before. */
@Singleton
@Startup
class SurgeSignal {

    private final DispatchStore store;
    private final AtomicLong tenants = new AtomicLong();

    SurgeSignal(DispatchStore store, MeterRegistry metrics) {
        this.store = store;
        Gauge.builder("cutoff.dispatch.surges", tenants, AtomicLong::get)
                .description("Tenants whose plan holds itself because it tells many more people")
                .register(metrics);
    }

    @Scheduled(every = "15s", concurrentExecution = ConcurrentExecution.SKIP)
    void measure() {
        tenants.set(Callers.as(
                Caller.system("signals"),
                () -> QuarkusTransaction.requiringNew().call(store::surges)));
    }
}
