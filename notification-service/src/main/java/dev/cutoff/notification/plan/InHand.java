package dev.cutoff.notification.plan;

import dev.cutoff.commons.security.Caller;
import dev.cutoff.commons.security.Callers;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * What this replica is planning. Its leases are short and renewed as long as it works, however long that takes: what a killed planner had in
 * hand, and the mail that waits for it, then waits for seconds only. A lease as long as the longest plan would have kept everybody's mail back
 * for that long whenever a planner ends in the middle of a round.
 */
@Singleton
class InHand {

    private final PlanRequests requests;
    private final Duration longest;
    private final InstantSource realTime = InstantSource.system();
    private final Set<PlanRequest> inHand = ConcurrentHashMap.newKeySet();

    InHand(PlanRequests requests, @ConfigProperty(name = "cutoff.planning.longest") Duration longest) {
        this.requests = requests;
        this.longest = longest;
    }

    /** Does the work with the request in hand. */
    void during(PlanRequest request, Runnable work) {
        inHand.add(request);
        try {
            work.run();
        } finally {
            inHand.remove(request);
        }
    }

    /** Often enough that a lease outlives a few that fail; what takes too long is left to somebody else. */
    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    void renew() {
        var since = realTime.instant().minus(longest);
        var working = inHand.stream()
                .filter(request -> request.claimedAt().isAfter(since))
                .toList();
        if (!working.isEmpty()) {
            Callers.as(Caller.system("plan"), () -> {
                requests.renew(working);
                return null;
            });
        }
    }
}
