package dev.cutoff.notification.reach;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JudgementTest {

    private static final Instant START = Instant.parse("2022-09-01T00:00:00Z");

    /** Each bounce is its kind and the day of it. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            hard 0                          | UNREACHABLE | HARD_BOUNCE  | 0
            soft 0                          | REACHABLE   | FEW_BOUNCES  | 1
            soft 0, soft 1                  | REACHABLE   | FEW_BOUNCES  | 2
            soft 0, soft 1, soft 2          | UNREACHABLE | SOFT_BOUNCES | 3
            soft 0, soft 1, soft 30         | UNREACHABLE | SOFT_BOUNCES | 3
            soft 0, soft 1, soft 31         | REACHABLE   | FEW_BOUNCES  | 2
            soft 0, soft 20, soft 40        | REACHABLE   | FEW_BOUNCES  | 2
            hard 0, soft 400                | UNREACHABLE | HARD_BOUNCE  | 1
            soft 0, hard 1                  | UNREACHABLE | HARD_BOUNCE  | 1
            """)
    void one_hard_bounce_is_enough_and_soft_ones_are_when_they_are_many(
            String bounces, RecipientState state, RecipientReason reason, int soft) {
        var heard = Arrays.stream(bounces.split(", ")).map(JudgementTest::heard).toList();

        for (var seed = 0; seed < 5; seed++) {
            var shuffled = new java.util.ArrayList<>(heard);
            Collections.shuffle(shuffled, new Random(seed));
            assertThat(judge(shuffled)).as("in whatever order they come").isEqualTo(new Judgement(state, reason, soft));
        }
    }

    private static Judgement judge(List<Judgement.Heard> heard) {
        return Judgement.of(heard, 3, Duration.ofDays(30));
    }

    private static Judgement.Heard heard(String bounce) {
        var parts = bounce.split(" ");
        return new Judgement.Heard(
                BounceKind.valueOf(parts[0].toUpperCase()), START.plus(Duration.ofDays(Long.parseLong(parts[1]))));
    }
}
