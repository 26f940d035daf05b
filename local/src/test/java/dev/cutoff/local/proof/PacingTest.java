package dev.cutoff.local.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutoff.local.sink.Step;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PacingTest {

    private final AtomicInteger taken = new AtomicInteger();

    @Test
    void there_is_something_left_to_send_at_each_kill() throws InterruptedException {
        var pacing = new Pacing(taken::get, 100, 4, 1);
        var sender = Thread.ofVirtual().start(() -> send(pacing));

        for (var kill = 1; kill <= 4; kill++) {
            sender.join(Duration.ofMillis(100));
            assertThat(taken.get()).isBetween(20 * kill, 20 * kill + 15);
            assertThat(sender.isAlive()).isTrue();
            pacing.killed();
        }

        assertThat(sender.join(Duration.ofSeconds(10))).isTrue();
        assertThat(taken.get()).isEqualTo(100);
    }

    private void send(Pacing pacing) {
        while (taken.get() < 100) {
            for (var step : Step.values()) {
                pacing.goesOn(step);
            }
            taken.incrementAndGet();
        }
    }
}
