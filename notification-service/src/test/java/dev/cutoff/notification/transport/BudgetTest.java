package dev.cutoff.notification.transport;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BudgetTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            30,   -0.1,   0
            30,   0,      1
            30,   1.9,    1
            30,   600,    1
            60,   600,    1
            600,  0,      1
            600,  0.35,   4
            600,  600,   10
            6000, 600,  100
            1,    600,    1
            """)
    void mails_leave_evenly_and_a_pause_saves_up_no_more_than_a_second(int perMinute, double waited, int ready) {
        assertThat(Budget.ready(waited, new Pace(perMinute, 0))).isEqualTo(ready);
    }
}
