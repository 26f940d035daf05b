package dev.cutoff.notification.plan;

import dev.cutoff.commons.problem.Refusal;
import dev.cutoff.commons.security.Caller;
import dev.cutoff.commons.security.Callers;
import dev.cutoff.commons.time.Settling;
import dev.cutoff.notification.Leftovers;
import dev.cutoff.notification.notice.Gathering;
import dev.cutoff.notification.reminder.Reminders;
import dev.cutoff.notification.tenant.Tenants;
import dev.cutoff.notification.upstream.Unreachable;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jboss.logging.Logger;

/** Plans whoever is asked for, every tenant once on each of its days, and puts the notices together. */
@Singleton
public class Planning implements Settling {

    private static final Logger LOG = Logger.getLogger(Planning.class);

    private final PlanRequests requests;
    private final InHand inHand;
    private final Lanes lanes;
    private final Planner planner;
    private final DailyPass pass;
    private final Tenants tenants;
    private final Reminders reminders;
    private final Gathering gathering;
    private final PlannerSignal signal;
    private final Leftovers leftovers;
    private final Clock clock;
    /** Who settles waits for the turn that is under way, and then takes one. */
    private final ReentrantLock turn = new ReentrantLock();

    Planning(
            PlanRequests requests,
            InHand inHand,
            Lanes lanes,
            Planner planner,
            DailyPass pass,
            Tenants tenants,
            Reminders reminders,
            Gathering gathering,
            PlannerSignal signal,
            Leftovers leftovers,
            Clock clock) {
        this.requests = requests;
        this.inHand = inHand;
        this.lanes = lanes;
        this.planner = planner;
        this.pass = pass;
        this.tenants = tenants;
        this.reminders = reminders;
        this.gathering = gathering;
        this.signal = signal;
        this.leftovers = leftovers;
        this.clock = clock;
    }

    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    void plan() {
        if (turn.tryLock()) {
            try {
                Callers.as(Caller.system("plan"), this::run);
            } finally {
                turn.unlock();
            }
        }
    }

    /** Plans what was asked for by now, also if a turn is under way. */
    public void planNow() {
        turn.lock();
        try {
            Callers.as(Caller.system("plan"), this::run);
        } finally {
            turn.unlock();
        }
    }

    /** @throws Refusal 503 if another service would be needed and cannot be reached */
    @Override
    public void settle() {
        turn.lock();
        try {
            leftovers.clear(this::planOrRefuse, () -> Callers.as(Caller.system("settle"), requests::isClaimed));
        } finally {
            turn.unlock();
        }
    }

    /** Until nobody rests either: who has moved the clock finds all planned. */
    private void planOrRefuse() {
        do {
            requests.retryNow();
            var failure = Callers.as(Caller.system("settle"), this::run);
            if (failure.isPresent()) {
                throw failure.get().asRefusal();
            }
        } while (Callers.as(Caller.system("settle"), requests::isWaiting));
    }

    @Override
    public int order() {
        return 20;
    }

    /** Whether a round over many tenants is under way, so that more may yet be found for the same person. */
    public boolean isInRound() {
        return Callers.as(Caller.system("plan"), requests::hasRound);
    }

    private Optional<Unreachable> run() {
        QuarkusTransaction.requiringNew().run(() -> reminders.expire(clock.instant()));
        if (tenants.isAnyBehind(clock.instant())) {
            requests.askForPass();
        }
        var failure = lanes.run(requests::claim, requests::claimSmall, this::plan);
        gathering.drain();
        if (failure.isEmpty()) {
            signal.planned();
        }
        return failure;
    }

    private Optional<Unreachable> plan(PlanRequest request) {
        try {
            inHand.during(request, () -> {
                if (request.isPass()) {
                    pass.go(request);
                } else {
                    planner.plan(request);
                }
            });
            return Optional.empty();
        } catch (PlanRequests.Overtaken e) {
            LOG.infof("Another planner has taken over, tenant=%s", request.tenantId());
            return Optional.empty();
        } catch (Unreachable e) {
            requests.failed(request);
            LOG.warnf("Not planned, will be tried again, tenant=%s: %s", request.tenantId(), e.getMessage());
            return Optional.of(e);
        } catch (RuntimeException e) {
            requests.failed(request);
            LOG.errorf(e, "Not planned, will be tried again, tenant=%s", request.tenantId());
            return Optional.empty();
        }
    }
}
