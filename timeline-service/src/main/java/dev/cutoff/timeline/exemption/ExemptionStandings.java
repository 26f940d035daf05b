package dev.cutoff.timeline.exemption;

import dev.cutoff.timeline.programme.Catalogue;
import dev.cutoff.timeline.programme.Edition;
import dev.cutoff.timeline.rule.Facts;
import dev.cutoff.timeline.rule.Prospect;
import dev.cutoff.timeline.rule.TenantAttributes;
import dev.cutoff.timeline.tenant.Tenant;
import dev.cutoff.timeline.tenant.Tenants;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says of entries what has become of them, however many, with one query for their tenants and two for all that is on file of these. */
@Singleton
class ExemptionStandings {

    private static final TenantAttributes UNKNOWN = new TenantAttributes(null, null);

    private final Catalogue catalogue;
    private final FactsOnFile onFile;
    private final Tenants tenants;
    private final Clock clock;

    ExemptionStandings(Catalogue catalogue, FactsOnFile onFile, Tenants tenants, Clock clock) {
        this.catalogue = catalogue;
        this.onFile = onFile;
        this.tenants = tenants;
        this.clock = clock;
    }

    /** Call it in a transaction, for entries that may be seen. */
    List<ExemptionView> of(List<LedgerEntry> entries) {
        if (entries.isEmpty()) {
            return List.of();
        }
        var edition = catalogue.current();
        var ids = entries.stream().map(LedgerEntry::tenantId).collect(Collectors.toSet());
        var known = tenants.onFile(ids);
        var facts = onFile.of(ids);
        return entries.stream()
                .map(entry ->
                        of(entry, edition, known.get(entry.tenantId()), facts.of(entry.tenantId(), entry.programme())))
                .toList();
    }

    private ExemptionView of(LedgerEntry entry, Edition edition, @Nullable Tenant tenant, Facts facts) {
        var now = clock.instant();
        var programme = edition.named(entry.programme(), "");
        var prospect = Prospect.of(
                programme,
                tenant == null ? UNKNOWN : tenant.attributes(),
                facts,
                LocalDate.ofInstant(now, ZoneOffset.UTC));
        return ExemptionView.of(entry, prospect.standing(entry.fact(), now));
    }
}
