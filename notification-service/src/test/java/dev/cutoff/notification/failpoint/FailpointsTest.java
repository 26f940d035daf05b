package dev.cutoff.notification.failpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class FailpointsTest {

    @Test
    void production_does_not_start_with_one() {
        assertThatIllegalStateException()
                .isThrownBy(() -> Failpoints.refuse(Optional.of(Failpoint.AFTER_DOT), true))
                .withMessageContaining("production");
        assertThatCode(() -> Failpoints.refuse(Optional.empty(), true)).doesNotThrowAnyException();
        assertThatCode(() -> Failpoints.refuse(Optional.of(Failpoint.AFTER_DOT), false))
                .doesNotThrowAnyException();
    }

    @Test
    void it_ends_at_its_own_point_once_that_is_reached_often_enough() {
        var ended = new AtomicInteger();
        var failpoints = new Failpoints(Optional.of(Failpoint.AFTER_MAIL), 2, ended::incrementAndGet);

        failpoints.reached(Failpoint.AFTER_MAIL);
        failpoints.reached(Failpoint.AFTER_DOT);
        assertThat(ended).hasValue(0);
        failpoints.reached(Failpoint.AFTER_MAIL);
        failpoints.reached(Failpoint.AFTER_MAIL);

        assertThat(ended).hasValue(1);
    }
}
