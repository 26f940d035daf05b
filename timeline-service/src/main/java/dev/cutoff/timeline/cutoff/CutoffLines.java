package dev.cutoff.timeline.cutoff;

import dev.cutoff.timeline.exemption.FactsOnFile;
import dev.cutoff.timeline.programme.Catalogue;
import dev.cutoff.timeline.programme.Edition;
import dev.cutoff.timeline.rule.Line;
import dev.cutoff.timeline.rule.Prospect;
import dev.cutoff.timeline.tenant.Tenant;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The lines of some tenants, with one query for exemptions and one for vendor notices however many they are. */
@Singleton
class CutoffLines {

    /** @param last tenant of the chunk; null if there are no more */
    record Chunk(List<CutoffLine> lines, @Nullable UUID last) {}

    private final Catalogue catalogue;
    private final FactsOnFile onFile;

    CutoffLines(Catalogue catalogue, FactsOnFile onFile) {
        this.catalogue = catalogue;
        this.onFile = onFile;
    }

    /** In the order of the tenants, then of programmes and lines. Call it in a transaction, for tenants that may be seen. */
    List<CutoffLine> of(List<Tenant> tenants, CutoffFilter filter, Moment moment) {
        if (tenants.isEmpty()) {
            return List.of();
        }
        var edition = catalogue.current();
        var facts = onFile.of(tenants.stream().map(Tenant::tenantId).toList());
        return tenants.stream()
                .flatMap(tenant -> of(tenant, facts, edition, filter, moment))
                .filter(filter::admits)
                .toList();
    }

    private static Stream<CutoffLine> of(
            Tenant tenant, FactsOnFile.Loaded facts, Edition edition, CutoffFilter filter, Moment moment) {
        return edition.asked(filter.programme()).stream()
                .flatMap(programme -> Prospect.of(
                        programme, tenant.attributes(), facts.of(tenant.tenantId(), programme.id()), moment.knownOn())
                        .at(moment.at(), asked(filter))
                        .stream())
                // A programme of which nobody had spoken yet stops nothing.
                .filter(outlook -> outlook.revision() != null)
                .map(outlook -> CutoffLine.of(tenant.tenantId(), outlook, edition.version()));
    }

    private static Predicate<Line> asked(CutoffFilter filter) {
        return line -> filter.protocol() == null || line.protocol() == filter.protocol();
    }

    /** How many lines a tenant has at most, before dates are looked at. */
    long perTenant(CutoffFilter filter, Moment moment) {
        return catalogue.current().asked(filter.programme()).stream()
                .filter(programme ->
                        !programme.knownOn(moment.knownOn()).revisions().isEmpty())
                .mapToLong(programme ->
                        programme.lines().stream().filter(asked(filter)).count())
                .sum();
    }
}
