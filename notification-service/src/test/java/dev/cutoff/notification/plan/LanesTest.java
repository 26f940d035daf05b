package dev.cutoff.notification.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutoff.notification.upstream.Unreachable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class LanesTest {

    private static final PlanRequest LARGE = request(1);

    private final BlockingQueue<PlanRequest> large = new LinkedBlockingQueue<>(List.of(LARGE));
    private final BlockingQueue<PlanRequest> small = new LinkedBlockingQueue<>();
    private final BlockingQueue<PlanRequest> done = new LinkedBlockingQueue<>();
    private final CountDownLatch largeMayEnd = new CountDownLatch(1);

    @Test
    void small_ones_go_on_while_a_large_one_takes_long_also_those_that_come_later() throws Exception {
        small.addAll(List.of(request(2), request(3)));

        var run = CompletableFuture.supplyAsync(() -> run(2));

        assertThat(done.poll(10, TimeUnit.SECONDS)).isEqualTo(request(2));
        assertThat(done.poll(10, TimeUnit.SECONDS)).isEqualTo(request(3));
        small.add(request(4));
        assertThat(done.poll(10, TimeUnit.SECONDS)).isEqualTo(request(4));
        assertThat(run).isNotDone();

        largeMayEnd.countDown();

        assertThat(run.get(10, TimeUnit.SECONDS)).isEmpty();
        assertThat(done).containsExactly(LARGE);
    }

    @Test
    void one_lane_alone_takes_all_there_are() {
        small.add(request(2));
        largeMayEnd.countDown();

        assertThat(run(1)).isEmpty();
        assertThat(done).containsExactly(LARGE, request(2));
    }

    @Test
    void what_could_not_be_asked_is_said_and_the_others_are_done_all_the_same() {
        small.add(request(2));
        largeMayEnd.countDown();
        var failure = new Unreachable("timeline", new IllegalStateException("gone"));

        var said = new Lanes(2).run(this::any, this::small, request -> {
            done.add(request);
            return request.equals(LARGE) ? Optional.of(failure) : Optional.empty();
        });

        assertThat(said).containsSame(failure);
        assertThat(done).containsExactlyInAnyOrder(LARGE, request(2));
    }

    private Optional<Unreachable> run(int count) {
        return new Lanes(count).run(this::any, this::small, request -> {
            if (request.equals(LARGE)) {
                await(largeMayEnd);
            }
            done.add(request);
            return Optional.empty();
        });
    }

    /** The large one first, because it waited longest. */
    private Optional<PlanRequest> any() {
        return Optional.ofNullable(large.poll()).or(this::small);
    }

    private Optional<PlanRequest> small() {
        return Optional.ofNullable(small.poll());
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static PlanRequest request(long id) {
        return new PlanRequest(new UUID(0, id), 1, 0, new UUID(1, id), Instant.EPOCH);
    }
}
