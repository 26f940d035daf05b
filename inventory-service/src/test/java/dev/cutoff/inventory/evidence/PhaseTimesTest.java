package dev.cutoff.inventory.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class PhaseTimesTest {

    @Test
    void phases_are_told_in_their_order_with_the_milliseconds_that_they_took() {
        var took = new PhaseTimes(new SimpleMeterRegistry()).begin();

        took.took(Phase.CLIENTS, Duration.ofMillis(1_200));
        took.took(Phase.ADDING_UP, Duration.ofMillis(31));
        took.took(Phase.ADDING_UP, Duration.ofMillis(10));

        assertThat(took).hasToString("adding-up=41 clients=1200");
    }
}
