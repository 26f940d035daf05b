package dev.cutoff.inventory.evidence;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Takes the time of phases, for the metric {@code cutoff_import_phase_seconds} and for the log. */
@Singleton
class PhaseTimes {

    private final Map<Phase, Timer> timers = new EnumMap<>(Phase.class);

    PhaseTimes(MeterRegistry metrics) {
        for (var phase : Phase.values()) {
            timers.put(
                    phase,
                    Timer.builder("cutoff.import.phase")
                            .description("How long the phases of imports take; some run side by side")
                            .tag("phase", phase.label())
                            .register(metrics));
        }
    }

    /** Begins a stretch of phases, of which each begins where the one before it ends. For one thread. */
    Stretch begin() {
        return new Stretch();
    }

    final class Stretch {

        private final Map<Phase, Duration> taken = new EnumMap<>(Phase.class);
        private long since = System.nanoTime();

        void ends(Phase phase) {
            var now = System.nanoTime();
            took(phase, Duration.ofNanos(now - since));
            since = now;
        }

        void took(Phase phase, Duration time) {
            timers.get(phase).record(time);
            taken.merge(phase, time, Duration::plus);
        }

        /** As in {@code adding-up=312 accounts=95}, in milliseconds. */
        @Override
        public String toString() {
            return taken.entrySet().stream()
                    .map(phase ->
                            phase.getKey().label() + "=" + phase.getValue().toMillis())
                    .collect(Collectors.joining(" "));
        }
    }
}
