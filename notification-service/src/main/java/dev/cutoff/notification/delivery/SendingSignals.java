package dev.cutoff.notification.delivery;

import dev.cutoff.notification.transport.Transport;
import dev.cutoff.notification.transport.Transports;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What an operator has to see of the senders. */
@Singleton
@Startup
class SendingSignals {

    private final Map<String, Boolean> atCapacity = new ConcurrentHashMap<>();

    SendingSignals(Transports transports, MeterRegistry metrics) {
        for (var transport : transports.all()) {
            Gauge.builder("cutoff.claims.at.capacity", () -> atCapacity.getOrDefault(transport.name(), false) ? 1 : 0)
                    .description(
                            "Whether the last look for notices found as many as the budget lets out, so that more may be waiting")
                    .tag("transport", transport.name())
                    .register(metrics);
        }
    }

    void claimed(Transport transport, boolean isAtCapacity) {
        atCapacity.put(transport.name(), isAtCapacity);
    }
}
