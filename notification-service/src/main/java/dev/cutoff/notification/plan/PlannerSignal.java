package dev.cutoff.notification.plan;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;

/** When planning last went through, in real time: somebody must be alerted if that stands still, because silence looks like calm. */
@Singleton
class PlannerSignal {

    private final AtomicLong lastSuccess = new AtomicLong();

    PlannerSignal(MeterRegistry metrics) {
        Gauge.builder("cutoff.planner.last.success.timestamp", lastSuccess, AtomicLong::get)
                .baseUnit("seconds")
                .description("When planning last went through, in seconds since 1970")
                .register(metrics);
    }

    void planned() {
        lastSuccess.set(InstantSource.system().instant().getEpochSecond());
    }
}
