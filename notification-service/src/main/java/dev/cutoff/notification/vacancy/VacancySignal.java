package dev.cutoff.notification.vacancy;

import dev.cutoff.commons.json.WireName;
import dev.cutoff.commons.security.Caller;
import dev.cutoff.commons.security.Callers;
import dev.cutoff.notification.escalation.VacancyReason;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** How many clients nobody takes: what mails cannot cure somebody must see. */
@Singleton
@Startup
class VacancySignal {

    private final VacancyStore store;
    private final Map<VacancyReason, AtomicLong> counts = new EnumMap<>(VacancyReason.class);

    VacancySignal(VacancyStore store, MeterRegistry metrics) {
        this.store = store;
        for (var reason : VacancyReason.values()) {
            var count = new AtomicLong();
            counts.put(reason, count);
            Gauge.builder("cutoff.vacancies", count, AtomicLong::get)
                    .description("Clients at risk that nobody takes")
                    .tag("reason", WireName.of(reason))
                    .register(metrics);
        }
    }

    @Scheduled(every = "15s", concurrentExecution = ConcurrentExecution.SKIP)
    void measure() {
        var found = Callers.as(
                Caller.system("signals"),
                () -> QuarkusTransaction.requiringNew().call(store::counts));
        counts.forEach((reason, count) -> count.set(found.getOrDefault(reason, 0L)));
    }
}
