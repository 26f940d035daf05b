package dev.cutoff.notification.plan;

import dev.cutoff.notification.answer.AnswersGiven;
import dev.cutoff.notification.dispatch.DispatchChanged;
import dev.cutoff.notification.policy.PolicyChanged;
import dev.cutoff.notification.reach.ReachChanged;
import dev.cutoff.notification.reminder.Reminders;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Which tenants are to be planned again. */
@Singleton
class PlanRequests {

    /** What a planner finds who was too slow: somebody else has the tenant now. */
    static final class Overtaken extends RuntimeException {}

    private static final int FIRST = Interceptor.Priority.APPLICATION;
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    private final PlanRequestStore store;
    private final Reminders reminders;
    private final Duration lease;
    private final Duration longestRound;
    private final int largest;
    private final InstantSource realTime = InstantSource.system();

    PlanRequests(
            PlanRequestStore store,
            Reminders reminders,
            @ConfigProperty(name = "cutoff.planning.lease") Duration lease,
            @ConfigProperty(name = "cutoff.planning.longest-round") Duration longestRound,
            @ConfigProperty(name = "cutoff.planning.large-from") int largeFrom) {
        this.store = store;
        this.reminders = reminders;
        this.lease = lease;
        this.longestRound = longestRound;
        this.largest = largeFrom - 1;
    }

    /**
     * What was planned while mail was kept back is looked at once more before it leaves: it may no longer be so.
     *
     * <p>Asked before anybody's notice is to be gathered, here and where a policy changes: a planner holds the request of its tenant first
     * and those of people after, and who did it the other way round would wait for the planner while it waits for him.
     */
    void dispatchChanged(@Observes @Priority(FIRST) DispatchChanged changed) {
        if (!changed.letsOut()) {
            return;
        }
        var tenant = changed.tenantId();
        store.ask(tenant == null ? reminders.live() : reminders.live(Set.of(tenant)), true);
    }

    /** Somebody else has to be told instead, or no longer. */
    void reachChanged(@Observes ReachChanged changed) {
        store.ask(Set.of(changed.tenantId()), false);
    }

    /** What people say pauses the ladder, or sends somebody else up it. */
    void answersGiven(@Observes AnswersGiven given) {
        store.ask(Set.of(given.tenantId()), false);
    }

    /** Another policy may ask for other rungs, or tell other people. */
    void policyChanged(@Observes @Priority(FIRST) PolicyChanged changed) {
        var tenant = changed.tenantId();
        if (tenant == null) {
            store.askAll();
        } else {
            store.ask(Set.of(tenant), false);
        }
    }

    /** Something about these tenants has changed. */
    @Transactional
    void ask(Collection<UUID> tenants) {
        store.ask(tenants, false);
    }

    /** These tenants have a new day. */
    @Transactional
    void askInRound(Collection<UUID> tenants) {
        store.ask(tenants, true);
    }

    /** Something has changed that may concern every tenant. */
    @Transactional
    void askAll() {
        store.askAll();
    }

    @Transactional
    void askForPass() {
        store.ask(List.of(PlanRequest.PASS), true);
    }

    @Transactional
    Optional<PlanRequest> claim() {
        return store.claim(lease, Integer.MAX_VALUE);
    }

    /** Leaves the large tenants to others, so that a small one never waits for them. */
    @Transactional
    Optional<PlanRequest> claimSmall() {
        return store.claim(lease, largest);
    }

    /** Makes what is in hand ours for a whole lease from now; what no longer is stays somebody else's. */
    @Transactional
    void renew(Collection<PlanRequest> inHand) {
        store.renew(inHand, lease);
    }

    /**
     * Makes sure that the request is still ours until the end of the transaction that is open.
     *
     * @throws Overtaken if it is not
     */
    void hold(PlanRequest request) {
        if (!store.hold(request)) {
            throw new Overtaken();
        }
    }

    /**
     * Part of the transaction that writes the plan. What was asked for again meanwhile rests as long as the plan took: a tenant that changes
     * all the time is not planned all the time.
     */
    void finish(PlanRequest request) {
        store.finish(request, Duration.between(request.claimedAt(), realTime.instant()));
    }

    @Transactional
    void failed(PlanRequest request) {
        var pause = Duration.ofSeconds(1L << Math.min(request.failures(), 6));
        store.failed(request, pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE);
    }

    /** Tries at once what waits after a failure. */
    @Transactional
    void retryNow() {
        store.retryNow();
    }

    /** Whether somebody has a tenant in hand, or had it when it was killed. */
    @Transactional
    boolean isClaimed() {
        return store.isClaimed();
    }

    /** Whether a tenant that was asked for again while it was planned rests. */
    @Transactional
    boolean isWaiting() {
        return store.isWaiting();
    }

    /** Whether tenants that were asked for together are not all planned yet, and may still be waited for. */
    @Transactional
    boolean hasRound() {
        return store.hasRound(longestRound);
    }
}
