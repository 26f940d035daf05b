package dev.cutoff.inventory.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InstantsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2022-08-19T20:22:36Z",
                "2022-08-19T20:22:36.2Z",
                "2022-08-19T20:22:36.215812Z",
                "2022-08-19T20:22:36.2158120Z",
                "2022-08-19T20:22:36.2158129Z",
                "2024-02-29T00:00:00Z",
                "1969-12-31T23:59:59.999999Z",
                "2022-08-19T20:22:36+02:00",
                "2022-08-19T20:22:36.5-11:30"
            })
    void a_time_is_what_the_library_says_as_far_as_microseconds_go(String text) {
        var expected = ChronoUnit.MICROS.between(
                Instant.EPOCH, java.time.OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MICROS));

        assertThat(Instants.micros(text)).hasValue(expected);
    }

    @Test
    void any_time_comes_back_as_it_was_written() {
        var random = new Random(7);
        for (var i = 0; i < 10_000; i++) {
            var instant = Instant.ofEpochSecond(random.nextInt(2_000_000_000), random.nextInt(1_000_000) * 1_000L);

            assertThat(Instants.micros(instant.toString()))
                    .as(instant.toString())
                    .hasValue(ChronoUnit.MICROS.between(Instant.EPOCH, instant));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "yesterday",
                "2022-08-19",
                "2022-13-19T20:22:36Z",
                "2022-02-30T20:22:36Z",
                "2022-08-19T24:22:36Z",
                "2022-08-19T20:60:36Z",
                "2022-08-19T20:22:3xZ",
                "2022-08-19T20:22:36.2x5Z",
                "8/19/2022, 8:22:36 PM",
                "2022-08-19 20:22:36"
            })
    void what_is_no_time_is_none(String text) {
        assertThat(Instants.micros(text)).isEmpty();
    }
}
