package dev.cutoff.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LeftoversTest {

    private final AtomicInteger turns = new AtomicInteger();

    @Test
    void turns_are_taken_until_nothing_is_left() {
        new Leftovers(Duration.ofMinutes(1)).clear(turns::incrementAndGet, () -> turns.get() < 3);

        assertThat(turns).hasValue(3);
    }

    @Test
    void without_patience_there_is_one_turn() {
        new Leftovers(Duration.ZERO).clear(turns::incrementAndGet, () -> true);

        assertThat(turns).hasValue(1);
    }

    @Test
    void patience_ends() {
        new Leftovers(Duration.ofMillis(300)).clear(turns::incrementAndGet, () -> true);

        assertThat(turns).hasValueBetween(2, 3);
    }
}
