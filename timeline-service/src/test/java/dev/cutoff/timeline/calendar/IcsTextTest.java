package dev.cutoff.timeline.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The text itself: what a strict reader insists on. */
class IcsTextTest {

    private static final String NAME = "Cutoff: 株式会社コントソ, Osaka; " + "工場".repeat(30) + " 🖨️".repeat(20);
    private static final LocalDate DAY = LocalDate.parse("2026-12-01");
    private static final UUID TENANT = UUID.randomUUID();

    private final String text = IcsText.of(
            NAME,
            List.of(new Happening(TENANT, "uid@cutoff", DAY, DAY, true, "programme", NAME, NAME + "\nline two\\")),
            Map.of(
                    "uid@cutoff",
                    new CalendarEvent(TENANT, "uid@cutoff", 3, DAY, DAY, Instant.parse("2026-11-26T08:00:00Z"))));

    @Test
    void no_line_has_more_than_75_octets_and_each_ends_in_crlf() {
        assertThat(text.replace("\r\n", "")).doesNotContain("\n").doesNotContain("\r");
        assertThat(text.split("\r\n")).allSatisfy(line -> {
            assertThat(line.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(75);
            assertThat(new String(line.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
                    .as("no character is broken")
                    .isEqualTo(line);
        });
    }

    @Test
    void what_was_folded_reads_as_it_was_written() {
        var calendar = Biweekly.parse(text).first();
        var event = calendar.getEvents().getFirst();

        assertThat(calendar.getNames().getFirst().getValue()).isEqualTo(NAME);
        assertThat(event.getSummary().getValue()).isEqualTo(NAME);
        assertThat(event.getDescription().getValue()).isEqualTo(NAME + "\nline two\\");
        assertThat(event.getSequence().getValue()).isEqualTo(3);
    }

    @Test
    void how_often_to_look_says_that_it_is_a_duration() {
        assertThat(text).contains("\r\nREFRESH-INTERVAL;VALUE=DURATION:PT6H\r\n");
    }
}
