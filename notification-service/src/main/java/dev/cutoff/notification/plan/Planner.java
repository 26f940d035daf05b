package dev.cutoff.notification.plan;

import dev.cutoff.notification.affected.Cutoff;
import dev.cutoff.notification.line.Deciding;
import dev.cutoff.notification.line.Line;
import dev.cutoff.notification.policy.Policies;
import dev.cutoff.notification.reminder.Reminders;
import dev.cutoff.notification.reminder.Settled;
import dev.cutoff.notification.tenant.Tenant;
import dev.cutoff.notification.tenant.Tenants;
import dev.cutoff.notification.timeline.OutlookLine;
import dev.cutoff.notification.timeline.TimelineGateway;
import dev.cutoff.notification.upstream.Unreachable;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Plans one tenant: asks timeline what stops, asks inventory whom it concerns if anything may be due, decides, and writes the whole plan
 * in one transaction, without HTTP inside. If a service cannot be asked, nothing is written.
 */
@Singleton
class Planner {

    private static final Logger LOG = Logger.getLogger(Planner.class);

    private final TimelineGateway timeline;
    private final Reading reading;
    private final PlanWriting writing;
    private final Tenants tenants;
    private final Reminders reminders;
    private final Policies policies;
    private final PlanRequests requests;
    private final MeterRegistry metrics;
    private final Clock clock;
    private final int longest;

    Planner(
            TimelineGateway timeline,
            Reading reading,
            PlanWriting writing,
            Tenants tenants,
            Reminders reminders,
            Policies policies,
            PlanRequests requests,
            MeterRegistry metrics,
            Clock clock,
            @ConfigProperty(name = "cutoff.planning.longest") Duration longest) {
        this.timeline = timeline;
        this.reading = reading;
        this.writing = writing;
        this.tenants = tenants;
        this.reminders = reminders;
        this.policies = policies;
        this.requests = requests;
        this.metrics = metrics;
        this.clock = clock;
        this.longest = Math.toIntExact(longest.toSeconds());
        metrics.counter("cutoff.notices.expired");
    }

    void plan(PlanRequest request) {
        tenants.takeUpEvidence(request.tenantId());
        var known = tenants.known(request.tenantId());
        if (known.isEmpty()) {
            LOG.warnf("Not planned, inventory does not know it, tenant=%s", request.tenantId());
            QuarkusTransaction.requiringNew().run(() -> requests.finish(request));
            return;
        }
        plan(request, known.get());
    }

    private void plan(PlanRequest request, Tenant tenant) {
        var outlook = outlook(tenant);
        var scene = scene(tenant, outlook);
        var wanted = Wanted.lines(scene, told(scene));
        var evidence = read(request, wanted);
        var deciding = new Deciding(outlook.stream().map(Facts::statement).toList());
        var settled = QuarkusTransaction.requiringNew().timeout(longest).call(() -> {
            requests.hold(request);
            var written = writing.write(scene, deciding, wanted, request.leaseToken(), evidence);
            requests.finish(request);
            return written;
        });
        say(tenant, settled);
    }

    private List<OutlookLine> outlook(Tenant tenant) {
        return timeline.outlook(tenant.id())
                .orElseThrow(() ->
                        new Unreachable("timeline", new IllegalStateException("it does not know " + tenant.id())));
    }

    private Scene scene(Tenant tenant, List<OutlookLine> outlook) {
        var cutoffs = outlook.stream().map(Facts::cutoff).collect(Collectors.toMap(Cutoff::line, Function.identity()));
        var holding = QuarkusTransaction.requiringNew().call(() -> policies.of(tenant));
        return new Scene(tenant, cutoffs, holding, tenant.today(clock.instant()));
    }

    private Set<Line> told(Scene scene) {
        return QuarkusTransaction.requiringNew()
                .call(() -> reminders.linesTold(scene.tenant().id(), scene.today()));
    }

    private Evidence read(PlanRequest request, Set<Line> wanted) {
        if (wanted.isEmpty()) {
            return Evidence.NONE;
        }
        reading.read(request.tenantId(), request.leaseToken(), Wanted.asks(wanted));
        return reading.evidence(request.tenantId(), wanted);
    }

    /** What nobody was told in time is said where somebody looks. */
    private void say(Tenant tenant, Settled settled) {
        if (settled.missed() > 0) {
            metrics.counter("cutoff.notices.expired").increment(settled.missed());
            LOG.warnf("Past its use before it was planned, tenant=%s, people=%d", tenant.id(), settled.missed());
        }
    }
}
