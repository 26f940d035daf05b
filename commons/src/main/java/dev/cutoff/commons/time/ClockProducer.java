package dev.cutoff.commons.time;

import io.quarkus.runtime.Startup;
import io.quarkus.runtime.configuration.ConfigUtils;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Real time, or the clock file where {@code cutoff.clock.file} names one; never the latter in production. */
@Singleton
@Startup
final class ClockProducer {

    private final Optional<LocalClock> local;

    ClockProducer(@ConfigProperty(name = "cutoff.clock.file") Optional<Path> file) {
        if (file.isPresent() && ConfigUtils.isProfileActive("prod")) {
            throw new IllegalStateException(
                    "cutoff.clock.file is set: a simulated clock is for local mode and must never run in production");
        }
        local = file.map(LocalClock::new);
    }

    @Produces
    @Singleton
    Clock clock() {
        return local.<Clock>map(clock -> clock).orElseGet(Clock::systemUTC);
    }

    @Produces
    @Singleton
    Optional<LocalClock> localClock() {
        return local;
    }
}
