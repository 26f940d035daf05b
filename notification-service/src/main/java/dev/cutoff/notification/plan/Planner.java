package dev.cutoff.notification.plan;

import dev.cutoff.notification.affected.Affected;
import dev.cutoff.notification.affected.Client;
import dev.cutoff.notification.affected.Cutoff;
import dev.cutoff.notification.inventory.InventoryClient;
import dev.cutoff.notification.inventory.InventoryGateway;
import dev.cutoff.notification.inventory.InventoryUsage;
import dev.cutoff.notification.ladder.Decision;
import dev.cutoff.notification.ladder.Ladder;
import dev.cutoff.notification.ladder.Reason;
import dev.cutoff.notification.policy.EffectivePolicy;
import dev.cutoff.notification.policy.Policies;
import dev.cutoff.notification.policy.TenantPolicies;
import dev.cutoff.notification.reminder.Ended;
import dev.cutoff.notification.reminder.Reminder;
import dev.cutoff.notification.reminder.Reminders;
import dev.cutoff.notification.reminder.Status;
import dev.cutoff.notification.tenant.Tenant;
import dev.cutoff.notification.tenant.Tenants;
import dev.cutoff.notification.timeline.OutlookLine;
import dev.cutoff.notification.timeline.TimelineGateway;
import dev.cutoff.notification.upstream.Unreachable;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * Plans one tenant: asks timeline what stops, asks inventory whom it concerns if anything may be due, decides, and writes the whole plan
 * in one transaction, without HTTP inside. If a service cannot be asked, nothing is written.
 */
@Singleton
class Planner {

    private static final Logger LOG = Logger.getLogger(Planner.class);

    private final TimelineGateway timeline;
    private final InventoryGateway inventory;
    private final Tenants tenants;
    private final Affected affected;
    private final Reminders reminders;
    private final Policies policies;
    private final PlanRequests requests;
    private final MeterRegistry metrics;
    private final Clock clock;

    Planner(
            TimelineGateway timeline,
            InventoryGateway inventory,
            Tenants tenants,
            Affected affected,
            Reminders reminders,
            Policies policies,
            PlanRequests requests,
            MeterRegistry metrics,
            Clock clock) {
        this.timeline = timeline;
        this.inventory = inventory;
        this.tenants = tenants;
        this.affected = affected;
        this.reminders = reminders;
        this.policies = policies;
        this.requests = requests;
        this.metrics = metrics;
        this.clock = clock;
        metrics.counter("cutoff.notices.expired");
    }

    void plan(PlanRequest request) {
        var known = tenants.known(request.tenantId());
        if (known.isEmpty()) {
            LOG.warnf("Not planned, inventory does not know it, tenant=%s", request.tenantId());
            QuarkusTransaction.requiringNew().run(() -> requests.finish(request));
            return;
        }
        plan(request, known.get());
    }

    private void plan(PlanRequest request, Tenant tenant) {
        var today = tenant.today(clock.instant());
        var lines = outlook(tenant.id());
        var cutoffs = lines.stream()
                .map(Facts::cutoff)
                .sorted(Comparator.comparing(Cutoff::line))
                .toList();
        var holding = QuarkusTransaction.requiringNew().call(() -> policies.of(tenant));
        var clients = isWorthALook(tenant, cutoffs, holding, today) ? clients(tenant.id(), lines) : List.<Client>of();
        QuarkusTransaction.requiringNew().run(() -> {
            requests.hold(request);
            write(tenant, cutoffs, clients, holding, today);
            requests.finish(request);
        });
    }

    private List<OutlookLine> outlook(UUID tenant) {
        return timeline.outlook(tenant)
                .orElseThrow(
                        () -> new Unreachable("timeline", new IllegalStateException("it does not know " + tenant)));
    }

    private boolean isWorthALook(Tenant tenant, List<Cutoff> cutoffs, TenantPolicies holding, LocalDate today) {
        var isKnown = QuarkusTransaction.requiringNew().call(() -> reminders.isKnown(tenant.id()));
        var isLive = QuarkusTransaction.requiringNew().call(() -> reminders.isLive(tenant.id()));
        return isLive
                || cutoffs.stream()
                        .anyMatch(cutoff -> cutoff.deadlines()
                                .anyMatch(deadline -> Ladder.isWorthALook(
                                        deadline,
                                        holding.ladder(cutoff.line().programme()),
                                        today,
                                        tenant.plannedOn(),
                                        isKnown)));
    }

    /** Asked by auth method, so that a tenant that has moved on is not read whole for the few that have not. */
    private List<Client> clients(UUID tenant, List<OutlookLine> lines) {
        var usages = new ArrayList<InventoryUsage>();
        var clients = new ArrayList<InventoryClient>();
        lines.stream().map(OutlookLine::authMethod).distinct().forEach(authMethod -> {
            usages.addAll(inventory.usages(tenant, authMethod));
            clients.addAll(inventory.clients(tenant, authMethod));
        });
        return Facts.clients(lines, usages, clients);
    }

    private void write(
            Tenant tenant, List<Cutoff> cutoffs, List<Client> clients, TenantPolicies holding, LocalDate today) {
        reminders.askToGather(tenant.id());
        reminders.askToGather(people(tenant, clients, holding.ofTenant()));
        for (var cutoff : cutoffs) {
            var users = clients.stream()
                    .filter(client -> client.lines().contains(cutoff.line()))
                    .toList();
            var earlier = reminders.ofLine(tenant.id(), cutoff.line());
            var plan = LinePlan.of(
                    tenant, cutoff, users, earlier, holding.of(cutoff.line().programme()), today);
            reminders.end(tenant.id(), plan.ended());
            reminders.decide(tenant.id(), cutoff.line(), plan.decided(), clock.instant());
            tell(tenant, plan);
        }
        var gone = reminders.liveOutside(
                tenant.id(), cutoffs.stream().map(Cutoff::line).toList());
        reminders.end(
                tenant.id(),
                gone.stream()
                        .map(Reminder::id)
                        .map(id -> new Ended(id, Status.CANCELLED, Reason.NOT_AFFECTED))
                        .toList());
        affected.replace(tenant.id(), cutoffs, clients);
        tenants.planned(tenant.id(), today);
    }

    private static Set<String> people(Tenant tenant, List<Client> clients, EffectivePolicy policy) {
        return Stream.concat(
                        clients.stream().flatMap(client -> Addressee.of(client, tenant, policy).stream()),
                        Addressee.decider(tenant, policy).stream())
                .map(Addressee::person)
                .collect(Collectors.toSet());
    }

    /** What nobody was told in time, and what nobody can be told, is said where somebody looks. */
    private void tell(Tenant tenant, LinePlan plan) {
        var missed = plan.decided().stream()
                .filter(decided -> decided.decision() instanceof Decision.Expire)
                .map(decided -> decided.family().person())
                .distinct()
                .count();
        if (missed > 0) {
            metrics.counter("cutoff.notices.expired").increment(missed);
            LOG.warnf("Past its use before it was planned, tenant=%s, people=%d", tenant.id(), missed);
        }
        if (tenant.contact().isEmpty()) {
            LOG.warnf("Nobody to tell about what is unowned and what can be decided, tenant=%s", tenant.id());
        }
    }
}
