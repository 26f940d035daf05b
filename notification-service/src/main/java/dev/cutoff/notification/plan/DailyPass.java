package dev.cutoff.notification.plan;

import dev.cutoff.notification.affected.Affected;
import dev.cutoff.notification.ladder.State;
import dev.cutoff.notification.readiness.Readiness;
import dev.cutoff.notification.tenant.Tenant;
import dev.cutoff.notification.tenant.Tenants;
import dev.cutoff.notification.timeline.TimelineCutoff;
import dev.cutoff.notification.timeline.TimelineGateway;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The tenants that have a new day: those whose plan may come out otherwise than the last are asked for, the others are done with for the day
 * and nothing is read of them. It may if their {@link NextLook} has come, evidence has, or a cutoff is no longer what the last plan was made
 * from, which one pass over the cutoffs of all shows.
 */
@Singleton
class DailyPass {

    private final TimelineGateway timeline;
    private final Tenants tenants;
    private final Affected affected;
    private final Readiness readiness;
    private final PlanRequests requests;
    private final Clock clock;

    DailyPass(
            TimelineGateway timeline,
            Tenants tenants,
            Affected affected,
            Readiness readiness,
            PlanRequests requests,
            Clock clock) {
        this.timeline = timeline;
        this.tenants = tenants;
        this.affected = affected;
        this.readiness = readiness;
        this.requests = requests;
        this.clock = clock;
    }

    void go(PlanRequest request) {
        var now = clock.instant();
        var behind = tenants.behind(now).stream().collect(Collectors.toMap(Tenant::id, Function.identity()));
        var due = new HashSet<>(tenants.dueForALook(now));
        due.addAll(otherwise(behind.keySet()));
        QuarkusTransaction.requiringNew().run(() -> {
            requests.hold(request);
            requests.askInRound(due);
            passOver(
                    behind.values().stream()
                            .filter(tenant -> !due.contains(tenant.id()))
                            .toList(),
                    now);
            requests.finish(request);
        });
    }

    private void passOver(List<Tenant> idle, Instant now) {
        idle.forEach(tenant -> readiness.closeWeek(tenant, tenant.today(now)));
        tenants.passedOver(idle.stream().map(Tenant::id).toList(), now);
    }

    /** Those of the tenants whose cutoffs are not those of their last plan: one is another, is new or is gone. */
    private Set<UUID> otherwise(Set<UUID> behind) {
        var otherwise = new HashSet<UUID>();
        var same = new HashMap<UUID, Integer>();
        timeline.eachCutoffs(page -> {
            var lines = page.stream()
                    .filter(line -> behind.contains(line.tenantId()))
                    .toList();
            var planned = QuarkusTransaction.requiringNew()
                    .call(() -> affected.cutoffs(
                            lines.stream().map(TimelineCutoff::tenantId).collect(Collectors.toSet())));
            for (var line : lines) {
                var cutoff = Facts.cutoff(line);
                var before = planned.getOrDefault(line.tenantId(), Map.of()).get(cutoff.line());
                if (before == null || !before.saysTheSameAs(cutoff)) {
                    otherwise.add(line.tenantId());
                } else if (cutoff.state() != State.NOT_AFFECTED) {
                    same.merge(line.tenantId(), 1, Integer::sum);
                }
            }
        });
        QuarkusTransaction.requiringNew().call(() -> affected.counts(behind)).forEach((tenant, count) -> {
            if (!count.equals(same.get(tenant))) {
                otherwise.add(tenant);
            }
        });
        return otherwise;
    }
}
