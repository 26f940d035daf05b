package dev.cutoff.notification.plan;

import dev.cutoff.notification.affected.Cutoff;
import dev.cutoff.notification.ladder.Ladder;
import dev.cutoff.notification.ladder.Policy;
import dev.cutoff.notification.ladder.State;
import dev.cutoff.notification.line.Line;
import dev.cutoff.notification.policy.Policies;
import dev.cutoff.notification.policy.TenantPolicies;
import dev.cutoff.notification.reminder.Reminders;
import dev.cutoff.notification.tenant.Reached;
import dev.cutoff.notification.tenant.Tenant;
import dev.cutoff.notification.tenant.Tenants;
import dev.cutoff.notification.timeline.TimelineCutoff;
import dev.cutoff.notification.timeline.TimelineGateway;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** One pass over the cutoffs of all tenants: those with something due are asked for, the others are done with for the day. */
@Singleton
class DailyPass {

    private final TimelineGateway timeline;
    private final Tenants tenants;
    private final Reminders reminders;
    private final Policies policies;
    private final PlanRequests requests;
    private final Clock clock;

    DailyPass(
            TimelineGateway timeline,
            Tenants tenants,
            Reminders reminders,
            Policies policies,
            PlanRequests requests,
            Clock clock) {
        this.timeline = timeline;
        this.tenants = tenants;
        this.reminders = reminders;
        this.policies = policies;
        this.requests = requests;
        this.clock = clock;
    }

    void go(PlanRequest request) {
        var now = clock.instant();
        var behind = tenants.behind(now).stream().collect(Collectors.toMap(Tenant::id, Function.identity()));
        var told = QuarkusTransaction.requiringNew()
                .call(() -> reminders.linesTold(
                        behind.keySet(),
                        LocalDate.ofInstant(now, ZoneOffset.UTC).minusDays(1)));
        var holding = QuarkusTransaction.requiringNew().call(() -> policies.of(behind.values()));
        var due = due(behind, told, holding, now);
        QuarkusTransaction.requiringNew().run(() -> {
            requests.hold(request);
            requests.askInRound(due);
            behind.values().stream()
                    .filter(tenant -> !due.contains(tenant.id()))
                    .forEach(tenant -> tenants.planned(tenant.id(), tenant.today(now), Reached.NOTHING));
            requests.finish(request);
        });
    }

    /** Also those that have something planned, because its cutoff may be gone. */
    private Set<UUID> due(
            Map<UUID, Tenant> behind, Map<UUID, Set<Line>> told, Map<UUID, TenantPolicies> holding, Instant now) {
        var due = new HashSet<>(QuarkusTransaction.requiringNew().call(() -> reminders.live(behind.keySet())));
        timeline.eachCutoff(line -> {
            var tenant = behind.get(line.tenantId());
            if (tenant != null
                    && isDue(
                            line,
                            tenant,
                            holding.get(tenant.id()).ladder(line.programme()),
                            told.getOrDefault(tenant.id(), Set.of()).contains(line(line)),
                            now)) {
                due.add(tenant.id());
            }
        });
        return due;
    }

    private static boolean isDue(TimelineCutoff line, Tenant tenant, Policy policy, boolean isTold, Instant now) {
        return cutoff(line)
                .deadlines()
                .anyMatch(deadline ->
                        Ladder.isWorthALook(deadline, policy, tenant.today(now), tenant.plannedOn(), isTold));
    }

    private static Line line(TimelineCutoff line) {
        return new Line(line.programme(), line.protocol(), line.authMethod(), line.qualifier());
    }

    /** Of a cutoff only the days matter here. */
    private static Cutoff cutoff(TimelineCutoff line) {
        var window = line.cutoff();
        return new Cutoff(
                line(line),
                State.WORKING,
                window == null ? null : window.earliest(),
                window == null ? null : window.latest(),
                window == null ? null : window.day(),
                null,
                line.decisionBy(),
                null,
                null,
                List.of());
    }
}
