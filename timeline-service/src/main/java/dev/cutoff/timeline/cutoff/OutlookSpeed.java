package dev.cutoff.timeline.cutoff;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cutoff.commons.problem.Refusal;
import dev.cutoff.commons.security.TenantScope;
import dev.cutoff.timeline.exemption.FactsOnFile;
import dev.cutoff.timeline.programme.Catalogue;
import dev.cutoff.timeline.programme.Edition;
import dev.cutoff.timeline.rule.Prospect;
import dev.cutoff.timeline.tenant.Tenant;
import dev.cutoff.timeline.tenant.Tenants;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.ToIntFunction;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How fast outlooks are made: by the pure function on facts that are in memory, and with all that the service does around it. */
@Singleton
class OutlookSpeed {

    private static final int TENANTS = 100;

    /** What a measurement comes to. */
    @Schema(
            description = "Outlooks a second, one thread, of the same tenants and facts",
            requiredProperties = {"tenants", "lines", "bare", "assembly", "ratio"})
    record Speeds(
            @Schema(description = "Tenants that were looked at in turn", examples = "100")
            int tenants,

            @Schema(description = "Lines of one outlook", examples = "30")
            int lines,

            @Schema(
                    description = "Outlooks a second of the pure function, with catalogue and facts in memory",
                    examples = "2500.0")
            double bare,

            @Schema(
                    description = "Outlooks a second of the service: facts read from the database, the answer as JSON",
                    examples = "900.0")
            double assembly,

            @Schema(description = "The second divided by the first", examples = "0.36")
            double ratio) {}

    private final Outlooks outlooks;
    private final Tenants tenants;
    private final Catalogue catalogue;
    private final FactsOnFile onFile;
    private final ObjectMapper json;
    private final Clock clock;

    OutlookSpeed(
            Outlooks outlooks,
            Tenants tenants,
            Catalogue catalogue,
            FactsOnFile onFile,
            ObjectMapper json,
            Clock clock) {
        this.outlooks = outlooks;
        this.tenants = tenants;
        this.catalogue = catalogue;
        this.onFile = onFile;
        this.json = json;
        this.clock = clock;
    }

    /**
     * @param duration of each of the two, in turns
     * @throws Refusal 404 if there is no tenant
     */
    Speeds measure(TenantScope scope, Duration duration) {
        var some = tenants.next(scope, null, false, TENANTS);
        if (some.isEmpty()) {
            throw Refusal.notFound("Tenant", "of any kind");
        }
        var edition = catalogue.current();
        var facts = QuarkusTransaction.joiningExisting()
                .call(() -> onFile.of(some.stream().map(Tenant::tenantId).toList()));
        ToIntFunction<Tenant> bare = tenant -> bare(tenant, edition, facts);
        ToIntFunction<Tenant> assembly = this::assembled;
        // In turns and the second time for real: what else the machine does meets both, and neither is measured cold.
        perSecond(some, bare, duration.dividedBy(2));
        perSecond(some, assembly, duration.dividedBy(2));
        var one = perSecond(some, bare, duration);
        var other = perSecond(some, assembly, duration);
        return new Speeds(
                some.size(), bare.applyAsInt(some.getFirst()), rounded(one), rounded(other), rounded(other / one));
    }

    private int bare(Tenant tenant, Edition edition, FactsOnFile.Loaded facts) {
        var moment = Moment.of(null, null, clock);
        return edition.programmes().stream()
                .mapToInt(programme -> Prospect.of(
                                programme,
                                tenant.attributes(),
                                facts.of(tenant.tenantId(), programme.id()),
                                moment.knownOn())
                        .at(moment.at(), line -> true)
                        .size())
                .sum();
    }

    private int assembled(Tenant tenant) {
        try {
            return json.writeValueAsBytes(outlooks.of(tenant.tenantId(), null, null, null)).length;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static double perSecond(List<Tenant> some, ToIntFunction<Tenant> work, Duration duration) {
        var began = System.nanoTime();
        var count = 0;
        var sum = 0L;
        while (System.nanoTime() - began < duration.toNanos()) {
            // Summed, so that no compiler finds that nobody wants it.
            sum += work.applyAsInt(some.get(count % some.size()));
            count++;
        }
        return sum == 0 ? 0 : count * 1e9 / (System.nanoTime() - began);
    }

    private static double rounded(double value) {
        return Math.round(value * 1000) / 1000.0;
    }
}
