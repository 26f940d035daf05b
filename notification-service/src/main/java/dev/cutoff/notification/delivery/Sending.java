package dev.cutoff.notification.delivery;

import dev.cutoff.commons.database.KeptPlans;
import dev.cutoff.commons.security.Caller;
import dev.cutoff.commons.security.Callers;
import dev.cutoff.commons.time.Settling;
import dev.cutoff.notification.Leftovers;
import dev.cutoff.notification.failpoint.Failpoints;
import dev.cutoff.notification.message.Composer;
import dev.cutoff.notification.notice.Gathering;
import dev.cutoff.notification.notice.SendingConfig;
import dev.cutoff.notification.plan.Planning;
import dev.cutoff.notification.transport.Transports;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

/**
 * Sends what may leave, turn by turn. Any number of replicas do so at once: a notice is in one hand at a time, and who lost it notices
 * before the end of the mail.
 */
@Singleton
public class Sending implements Settling {

    /** While a mail server cannot be reached, only now and then one sender finds out whether it still cannot. */
    private static final Duration UNREACHABLE_PAUSE = Duration.ofSeconds(10);

    private final Attempts attempts;
    private final GroupCommit notes;
    private final Planning planning;
    private final Gathering gathering;
    private final Transports transports;
    private final Leftovers leftovers;
    private final List<Way> ways;
    private final Sender.Desk desk;
    private final InstantSource realTime = InstantSource.system();
    /** Who settles waits for the turn that is under way, and then takes one. */
    private final ReentrantLock turn = new ReentrantLock();

    private final Map<String, Instant> unreachableUntil = new ConcurrentHashMap<>();
    private volatile boolean stopping;

    Sending(
            Attempts attempts,
            GroupCommit notes,
            Composer composer,
            Planning planning,
            Gathering gathering,
            SendingConfig config,
            Transports transports,
            Failpoints failpoints,
            Leftovers leftovers) {
        this.attempts = attempts;
        this.notes = notes;
        this.planning = planning;
        this.gathering = gathering;
        this.transports = transports;
        this.leftovers = leftovers;
        this.ways = Way.all(transports, config.batch());
        this.desk = new Sender.Desk(attempts, notes, failpoints, composer.sender(), config.lease(), () -> stopping);
    }

    /** Sends what is due, unless somebody is at it already or no mail server can be reached anyway. */
    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    public void send() {
        if (ways.stream().noneMatch(this::isWorthATry) || !turn.tryLock()) {
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
        return ways.stream().anyMatch(this::isWorthATry) && attempts.isUnderWay();
    }

    private boolean isWorthATry(Way way) {
        return realTime.instant()
                .isAfter(unreachableUntil.getOrDefault(way.transport().name(), Instant.MIN));
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
        var senders = ways.stream()
                .filter(this::isWorthATry)
                .flatMap(way -> Stream.<Callable<Void>>generate(() -> () -> send(way, evenResting))
                        .limit(way.transport().parallel()))
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
        } finally {
            notes.flush();
        }
    }

    private Void send(Way way, boolean evenResting) {
        return Callers.as(
                Caller.system("send"),
                () -> KeptPlans.in(() -> {
                    var name = way.transport().name();
                    try (var relay = transports.open(way.transport())) {
                        var isReachable = new Sender(desk, way, relay, UUID.randomUUID()).run(evenResting);
                        unreachableUntil.put(
                                name,
                                isReachable ? Instant.MIN : realTime.instant().plus(UNREACHABLE_PAUSE));
                    }
                    return null;
                }));
    }
}
