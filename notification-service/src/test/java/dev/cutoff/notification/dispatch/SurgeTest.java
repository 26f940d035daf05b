package dev.cutoff.notification.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SurgeTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
              1,   26, true,  many more
              1,   25, false, a few more however few there were
             30,   61, true,  more than twice as many
             30,   60, false, twice as many
             20,   45, true,  25 more
             20,   44, false, 24 more
            100,  100, false, the same
            100,    5, false, fewer
               , 5000, false, nobody has looked at a plan yet
            """)
    void is_more_than_twice_and_at_least_25_more(@Nullable Integer reviewed, int people, boolean isSurge, String why) {
        assertThat(Surge.is(people, reviewed)).as(why).isEqualTo(isSurge);
    }
}
