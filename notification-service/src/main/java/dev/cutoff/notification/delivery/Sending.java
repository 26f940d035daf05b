package dev.cutoff.notification.delivery;

import dev.cutoff.commons.security.Caller;
import dev.cutoff.commons.security.Callers;
import dev.cutoff.commons.time.Settling;
import dev.cutoff.notification.Leftovers;
import dev.cutoff.notification.message.Composer;
import dev.cutoff.notification.notice.Claim;
import dev.cutoff.notification.notice.Gathering;
import dev.cutoff.notification.notice.Outcome;
import dev.cutoff.notification.notice.Phase;
import dev.cutoff.notification.notice.Result;
import dev.cutoff.notification.notice.SendingConfig;
import dev.cutoff.notification.plan.Planning;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * Sends what may leave, turn by turn. Any number of replicas do so at once: a notice is in one hand at a time, and who lost it notices
 * before the end of the mail.
 */
@Singleton
public class Sending implements Settling {

    private static final Logger LOG = Logger.getLogger(Sending.class);
    /** While the mail server cannot be reached, only now and then one notice finds out whether it still cannot. */
    private static final Duration UNREACHABLE_PAUSE = Duration.ofSeconds(10);

    private final Attempts attempts;
    private final Composer composer;
    private final Planning planning;
    private final Gathering gathering;
    private final SendingConfig config;
    private final SmtpServer server;
    private final Leftovers leftovers;
    private final InstantSource realTime = InstantSource.system();
    /** Who settles waits for the turn that is under way, and then takes one. */
    private final ReentrantLock turn = new ReentrantLock();

    private volatile boolean stopping;
    private volatile Instant unreachableUntil = Instant.MIN;

    Sending(
            Attempts attempts,
            Composer composer,
            Planning planning,
            Gathering gathering,
            SendingConfig config,
            SmtpConfig smtp,
            Leftovers leftovers) {
        this.attempts = attempts;
        this.composer = composer;
        this.planning = planning;
        this.gathering = gathering;
        this.config = config;
        this.server = SmtpServer.of(smtp.url());
        this.leftovers = leftovers;
    }

    /** Sends what is due, unless somebody is at it already or the mail server cannot be reached anyway. */
    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    public void send() {
        if (realTime.instant().isBefore(unreachableUntil) || !turn.tryLock()) {
            return;
        }
        try {
            run(false);
        } finally {
            turn.unlock();
        }
    }

    @Override
    public void settle() {
        turn.lock();
        try {
            leftovers.clear(() -> run(true), () -> Callers.as(Caller.system("send"), this::isLeft));
        } finally {
            turn.unlock();
        }
    }

    private boolean isLeft() {
        return realTime.instant().isAfter(unreachableUntil) && attempts.isUnderWay();
    }

    @Override
    public int order() {
        return 30;
    }

    /** Claims no more; what is under way is finished, for it may be past the point from which nobody can take it back. */
    void stop(@Observes ShutdownEvent event) {
        stopping = true;
        turn.lock();
        turn.unlock();
    }

    private void run(boolean evenResting) {
        Callers.as(Caller.system("send"), attempts::recover);
        gathering.drain();
        if (!evenResting && planning.isInRound()) {
            return;
        }
        var senders = Stream.<Callable<Void>>generate(() -> () -> sendAll(evenResting))
                .limit(config.parallel())
                .toList();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var sender : threads.invokeAll(senders)) {
                sender.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException(
                    "Sending broke off, what was claimed is taken back when its lease ends", e.getCause());
        }
    }

    private Void sendAll(boolean evenResting) {
        return Callers.as(Caller.system("send"), () -> {
            try (var relay = new Relay(server, config)) {
                var goesOn = true;
                while (goesOn && !stopping) {
                    goesOn = sendOne(relay, evenResting);
                }
            }
            return null;
        });
    }

    /** @return whether there may be more to send now */
    private boolean sendOne(Relay relay, boolean evenResting) {
        var begun = attempts.begin(evenResting);
        if (begun.isEmpty()) {
            return false;
        }
        var mime = begun.get().mime();
        if (mime == null) {
            return true;
        }
        var claim = begun.get().claim();
        var result = send(relay, claim, mime);
        attempts.ended(claim, result);
        var isReachable = result.phase() != Phase.CONNECT;
        unreachableUntil = isReachable ? Instant.MIN : realTime.instant().plus(UNREACHABLE_PAUSE);
        return isReachable;
    }

    private Result send(Relay relay, Claim claim, byte[] mime) {
        try {
            return relay.send(
                    composer.sender(),
                    claim.person(),
                    claim.id().toString(),
                    mime,
                    () -> attempts.aboutToSendDot(claim));
        } catch (RuntimeException e) {
            // The database could not say whether the mail may end, so it was not ended.
            LOG.errorf(e, "Broken off before the end of the mail, notice=%s", claim.id());
            return new Result(Outcome.ABANDONED, Phase.DATA, null, null);
        }
    }
}
