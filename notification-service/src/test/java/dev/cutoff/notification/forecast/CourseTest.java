package dev.cutoff.notification.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class CourseTest {

    private static final Instant NOW = Instant.parse("2022-09-16T13:00:00Z");
    private static final UUID A = new UUID(0, 1);
    private static final UUID B = new UUID(0, 2);
    private static final List<Integer> NOTHING_YET = java.util.Collections.nCopies(24, 0);

    @Test
    void without_limits_everything_leaves_when_it_may() {
        assertThat(Course.of(
                        List.of(waiting(A, "2022-10-01", 0, 5000), waiting(B, "2022-10-01", 5, 1)),
                        0,
                        0,
                        NOTHING_YET,
                        NOW))
                .containsExactly(
                        new Reached(List.of(A), NOW, NOW, 5000),
                        new Reached(List.of(B), NOW.plus(Duration.ofHours(5)), NOW.plus(Duration.ofHours(5)), 1));
    }

    @Test
    void thirty_a_minute_are_eighteen_hundred_an_hour_and_the_most_urgent_leave_first() {
        var reached = Course.of(
                List.of(waiting(A, "2022-10-01", 0, 2700), waiting(B, "2022-09-20", 0, 900)), 30, 0, NOTHING_YET, NOW);

        assertThat(last(reached, B)).isBetween(NOW.plus(Duration.ofMinutes(29)), NOW.plus(Duration.ofMinutes(30)));
        assertThat(last(reached, A)).isBetween(NOW.plus(Duration.ofMinutes(119)), NOW.plus(Duration.ofMinutes(120)));
    }

    @Test
    void of_the_hour_in_which_we_are_only_the_rest_counts() {
        var half = NOW.plus(Duration.ofMinutes(30));

        var reached = Course.of(List.of(waiting(A, "2022-10-01", 0, 1800)), 30, 0, NOTHING_YET, half);

        assertThat(last(reached, A)).isBetween(half.plus(Duration.ofMinutes(59)), half.plus(Duration.ofMinutes(60)));
    }

    @Test
    void ten_thousand_a_day_last_until_what_left_before_is_a_day_ago() {
        var full = new java.util.ArrayList<>(NOTHING_YET);
        full.set(4, 10_000);

        var reached = Course.of(List.of(waiting(A, "2022-10-01", 0, 100)), 30, 10_000, full, NOW);

        assertThat(reached.getFirst().from()).isEqualTo(NOW.plus(Duration.ofHours(5)));
    }

    @Property(tries = 200)
    void everybody_is_reached_once_never_early_and_never_faster_than_the_limits(
            @ForAll @Size(max = 6) List<@IntRange(min = 1, max = 5000) Integer> counts,
            @ForAll @IntRange(min = 1, max = 60) int perMinute,
            @ForAll @IntRange(min = 1000, max = 20_000) int perDay) {
        var waiting = java.util.stream.IntStream.range(0, counts.size())
                .mapToObj(i -> waiting(new UUID(0, i), "2022-10-0" + (1 + i % 3), i * 7, counts.get(i)))
                .toList();

        var reached = Course.of(waiting, perMinute, perDay, NOTHING_YET, NOW);

        for (var one : waiting) {
            var theirs = reached.stream()
                    .filter(some -> some.tenants().equals(one.tenants()))
                    .toList();
            assertThat(theirs.stream().mapToInt(Reached::count).sum()).isEqualTo(one.count());
            assertThat(theirs)
                    .allMatch(some ->
                            !some.from().isBefore(one.earliest()) && !some.to().isBefore(some.from()));
        }
        for (var hour = 0; hour < 24 * 30; hour++) {
            var from = NOW.plus(Duration.ofHours(hour));
            assertThat(between(reached, from, from.plus(Duration.ofHours(1)))).isLessThanOrEqualTo(perMinute * 60);
            assertThat(between(reached, from, from.plus(Duration.ofDays(1)))).isLessThanOrEqualTo(perDay);
        }
    }

    private static int between(List<Reached> reached, Instant from, Instant to) {
        return reached.stream()
                .filter(some -> !some.from().isBefore(from) && some.from().isBefore(to))
                .mapToInt(Reached::count)
                .sum();
    }

    private static Instant last(List<Reached> reached, UUID tenant) {
        return reached.stream()
                .filter(some -> some.tenants().contains(tenant))
                .map(Reached::to)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    private static Waiting waiting(UUID tenant, String nearest, int inHours, int count) {
        return new Waiting(List.of(tenant), LocalDate.parse(nearest), 2, NOW.plus(Duration.ofHours(inHours)), count);
    }
}
