package dev.cutoff.timeline.cutoff;

import dev.cutoff.timeline.exemption.FactsOnFile;
import dev.cutoff.timeline.programme.Catalogue;
import dev.cutoff.timeline.programme.Edition;
import dev.cutoff.timeline.rule.Line;
import dev.cutoff.timeline.rule.Prospect;
import dev.cutoff.timeline.tenant.Tenant;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The lines of some tenants, with one query for exemptions and one for vendor notices however many they are. A line is worked out when it is
 * looked at and not before, and each that was is counted in {@code cutoff_outlook_lines_total}.
 */
@Singleton
class CutoffLines {

    private final Catalogue catalogue;
    private final FactsOnFile onFile;
    private final Counter computed;

    CutoffLines(Catalogue catalogue, FactsOnFile onFile, MeterRegistry metrics) {
        this.catalogue = catalogue;
        this.onFile = onFile;
        this.computed = Counter.builder("cutoff.outlook.lines")
                .description("Lines of tenants that were worked out for lists of cutoffs")
                .register(metrics);
    }

    /**
     * In the order of the tenants, then of programmes and lines: as lazy as the stream that is made of it. Call it in a transaction, for
     * tenants that may be seen, and read the stream in it.
     */
    Stream<CutoffLine> of(List<Tenant> tenants, CutoffFilter filter, Moment moment) {
        if (tenants.isEmpty()) {
            return Stream.empty();
        }
        var edition = catalogue.current();
        var facts = onFile.of(tenants.stream().map(Tenant::tenantId).toList());
        return tenants.stream()
                .flatMap(tenant -> of(tenant, facts, edition, filter, moment))
                .filter(filter::admits);
    }

    private Stream<CutoffLine> of(
            Tenant tenant, FactsOnFile.Loaded facts, Edition edition, CutoffFilter filter, Moment moment) {
        return edition.asked(filter.programme()).stream()
                // A programme of which nobody had spoken yet stops nothing.
                .filter(programme -> !programme.announcedBy(moment.knownOn()).isEmpty())
                .flatMap(programme -> {
                    var outlooks = Prospect.of(
                                    programme,
                                    tenant.attributes(),
                                    facts.of(tenant.tenantId(), programme.id()),
                                    moment.knownOn())
                            .at(moment.at(), asked(filter));
                    computed.increment(outlooks.size());
                    return outlooks.stream();
                })
                .map(outlook -> CutoffLine.of(tenant.tenantId(), outlook, edition.version()));
    }

    private static Predicate<Line> asked(CutoffFilter filter) {
        return line -> filter.protocol() == null || line.protocol() == filter.protocol();
    }

    /** How many lines a tenant has at most, before dates are looked at. */
    long perTenant(CutoffFilter filter, Moment moment) {
        return catalogue.current().asked(filter.programme()).stream()
                .filter(programme -> !programme.announcedBy(moment.knownOn()).isEmpty())
                .mapToLong(programme ->
                        programme.lines().stream().filter(asked(filter)).count())
                .sum();
    }
}
