package dev.cutoff.notification.delivery;

import dev.cutoff.commons.database.KeptPlans;
import dev.cutoff.commons.database.Outage;
import dev.cutoff.commons.security.Caller;
import dev.cutoff.commons.security.Callers;
import dev.cutoff.notification.failpoint.Failpoint;
import dev.cutoff.notification.failpoint.Failpoints;
import dev.cutoff.notification.notice.Claim;
import dev.cutoff.notification.notice.Ending;
import dev.cutoff.notification.notice.Outcome;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * Writes for all senders of this replica: what they want noted while one transaction is being committed goes together into the next, and
 * the next begins when half of them have asked, so that the statements and the wait for the disk are shared: a transaction costs about as much
 * for ten mails as for one. Each notice is still asked about by its own lease, and nobody sends the end of a mail before
 * the transaction that allows it is committed.
 *
 * <p>What a mail server has accepted is kept here until it could be noted, however long the database is away: as long as nobody else has taken
 * the notice, nothing goes out twice for that.
 */
@Singleton
class GroupCommit {

    private static final Logger LOG = Logger.getLogger(GroupCommit.class);
    private static final long TRY_AGAIN_MILLIS = 500;
    /** Short beside what a mail server takes for a mail. */
    private static final Duration PATIENCE = Duration.ofMillis(5);
    /** A quarter of an hour, by when the notice has gone out once more. */
    private static final int MOST_TRIES = 1800;
    /** Nothing leaves without the database, so these are the mails that were in hand when it went. */
    private static final int MOST_KEPT = 1000;

    private sealed interface Wish {}

    private record Question(Claim claim, CompletableFuture<Boolean> answer) implements Wish {}

    private record End(Ending ending) implements Wish {}

    /** @param tries to note it */
    private record Accepted(Ending ending, int tries) {}

    private record Flush(CompletableFuture<Void> done) implements Wish {}

    private final Attempts attempts;
    private final Failpoints failpoints;
    private final Duration patience;
    private final BlockingQueue<Wish> wishes = new LinkedBlockingQueue<>();
    /** Not noted yet; only the thread below touches it. */
    private final Deque<Accepted> kept = new ArrayDeque<>();

    /** Who has mails in hand, and so asks in a moment. */
    private final AtomicInteger senders = new AtomicInteger();

    private final AtomicInteger unrecorded = new AtomicInteger();
    private boolean isRunning;

    @Inject
    GroupCommit(Attempts attempts, Failpoints failpoints, MeterRegistry metrics) {
        this(attempts, failpoints, metrics, PATIENCE);
    }

    /** @param patience how long the questions of half of those who have mails in hand are waited for */
    GroupCommit(Attempts attempts, Failpoints failpoints, MeterRegistry metrics, Duration patience) {
        this.attempts = attempts;
        this.failpoints = failpoints;
        this.patience = patience;
        Gauge.builder("cutoff.deliveries.unrecorded", unrecorded, AtomicInteger::get)
                .description("Mails that the mail server has accepted and that could not be noted yet")
                .register(metrics);
    }

    /**
     * Runs what asks about one mail after the other. Meanwhile others wait a little for its questions, and it for theirs.
     *
     * @return what it returns
     */
    boolean whileAsking(BooleanSupplier sending) {
        senders.incrementAndGet();
        try {
            return sending.getAsBoolean();
        } finally {
            senders.decrementAndGet();
        }
    }

    /**
     * The question before the end of a mail.
     *
     * @throws RuntimeException if nobody could be asked, so the mail must not end
     */
    boolean mayFinish(Claim claim) {
        var question = new Question(claim, new CompletableFuture<>());
        put(question);
        try {
            return question.answer().join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    /** Has it noted how an attempt ended; returns at once. */
    void ended(Ending ending) {
        put(new End(ending));
    }

    /** Returns when all that was wished for before has been written, or could not be. */
    void flush() {
        var flush = new Flush(new CompletableFuture<>());
        put(flush);
        flush.done().join();
    }

    private void put(Wish wish) {
        synchronized (this) {
            if (!isRunning) {
                isRunning = true;
                Thread.ofVirtual()
                        .name("group-commit")
                        .start(() -> Callers.as(Caller.system("send"), () -> KeptPlans.in(this::run)));
            }
        }
        wishes.add(wish);
    }

    private Void run() {
        try {
            while (true) {
                var next = kept.isEmpty() ? wishes.take() : wishes.poll(TRY_AGAIN_MILLIS, TimeUnit.MILLISECONDS);
                write(next == null ? List.of() : together(next));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    private List<Wish> together(Wish first) throws InterruptedException {
        var together = new ArrayList<>(List.of(first));
        var until = System.nanoTime() + patience.toNanos();
        wishes.drainTo(together);
        while (2 * questions(together).count() < senders.get()) {
            var next = wishes.poll(until - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (next == null) {
                return together;
            }
            together.add(next);
            wishes.drainTo(together);
        }
        return together;
    }

    private static Stream<Question> questions(List<Wish> wishes) {
        return wishes.stream().filter(Question.class::isInstance).map(Question.class::cast);
    }

    private void write(List<Wish> together) {
        var asking = questions(together).toList();
        var endings = together.stream()
                .filter(End.class::isInstance)
                .map(wish -> ((End) wish).ending())
                .toList();
        var accepted = new ArrayList<>(kept);
        kept.clear();
        endings.stream().filter(GroupCommit::isAccepted).forEach(ending -> accepted.add(new Accepted(ending, 0)));
        if (!accepted.isEmpty() || !asking.isEmpty()) {
            note(asking, accepted);
        }
        unrecorded.set(kept.size());
        endings.stream().filter(ending -> !isAccepted(ending)).forEach(this::noteAlone);
        together.stream()
                .filter(Flush.class::isInstance)
                .forEach(wish -> ((Flush) wish).done().complete(null));
    }

    private static boolean isAccepted(Ending ending) {
        return ending.result().outcome() == Outcome.ACCEPTED;
    }

    private void note(List<Question> asking, List<Accepted> accepted) {
        try {
            var allowed = attempts.note(
                    asking.stream().map(Question::claim).toList(),
                    accepted.stream().map(Accepted::ending).toList());
            if (!accepted.isEmpty()) {
                failpoints.reached(Failpoint.AFTER_RESULT_COMMIT);
            }
            asking.forEach(question ->
                    question.answer().complete(allowed.contains(question.claim().id())));
        } catch (RuntimeException e) {
            if (asking.size() + accepted.size() > 1 && !Outage.isCauseOf(e)) {
                // Whatever is wrong with one of them is no reason not to note the others.
                accepted.forEach(ending -> note(List.of(), List.of(ending)));
                asking.forEach(question -> note(List.of(question), List.of()));
                return;
            }
            asking.forEach(question -> question.answer().completeExceptionally(e));
            accepted.forEach(ending -> keep(ending, e));
        }
    }

    private void keep(Accepted ending, RuntimeException e) {
        var id = ending.ending().claim().id();
        if (ending.tries() == 0) {
            LOG.warnf(e, "Accepted by the mail server and not noted yet, will be tried again, notice=%s", id);
        }
        if (ending.tries() >= MOST_TRIES || kept.size() >= MOST_KEPT) {
            LOG.errorf("Accepted by the mail server and never noted, goes out once more, notice=%s", id);
            return;
        }
        kept.addLast(new Accepted(ending.ending(), ending.tries() + 1));
    }

    /** Where that fails, the end of the lease says the same. */
    private void noteAlone(Ending ending) {
        try {
            attempts.ended(ending);
        } catch (RuntimeException e) {
            LOG.warnf(
                    e,
                    "The end of an attempt could not be noted, notice=%s",
                    ending.claim().id());
        }
    }
}
