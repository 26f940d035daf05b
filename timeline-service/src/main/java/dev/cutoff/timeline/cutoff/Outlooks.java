package dev.cutoff.timeline.cutoff;

import dev.cutoff.timeline.exemption.FactsOnFile;
import dev.cutoff.timeline.programme.Catalogue;
import dev.cutoff.timeline.programme.Edition;
import dev.cutoff.timeline.rule.Effective;
import dev.cutoff.timeline.rule.Outlook;
import dev.cutoff.timeline.rule.Prospect;
import dev.cutoff.timeline.rule.Protocol;
import dev.cutoff.timeline.tenant.Tenant;
import dev.cutoff.timeline.tenant.Tenants;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The outlook of one tenant. */
@Singleton
class Outlooks {

    private final Tenants tenants;
    private final Catalogue catalogue;
    private final FactsOnFile onFile;
    private final Clock clock;

    Outlooks(Tenants tenants, Catalogue catalogue, FactsOnFile onFile, Clock clock) {
        this.tenants = tenants;
        this.catalogue = catalogue;
        this.onFile = onFile;
        this.clock = clock;
    }

    TenantOutlook of(UUID tenantId, @Nullable Instant at, @Nullable LocalDate knownOn, @Nullable Protocol protocol) {
        var moment = Moment.of(at, knownOn, clock);
        return tenants.reading(tenantId, tenant -> of(tenant, moment, protocol));
    }

    private TenantOutlook of(Tenant tenant, Moment moment, @Nullable Protocol protocol) {
        var edition = catalogue.current();
        var all = outlooks(tenant, moment, edition);
        var effective = new Effective(all);
        var asked = all.stream()
                .filter(outlook -> protocol == null || outlook.line().protocol() == protocol)
                .map(outlook -> ProtocolOutlook.of(outlook, effective.of(outlook)))
                .sorted(ProtocolOutlook.ORDER)
                .toList();
        var warnings = edition.programmes().stream()
                .flatMap(programme -> catalogue.warning(programme).stream())
                .toList();
        return new TenantOutlook(tenant.tenantId(), moment.at(), moment.knownOn(), edition.version(), warnings, asked);
    }

    private List<Outlook> outlooks(Tenant tenant, Moment moment, Edition edition) {
        var facts = onFile.of(List.of(tenant.tenantId()));
        return edition.programmes().stream()
                .flatMap(programme -> Prospect.of(
                        programme, tenant.attributes(), facts.of(tenant.tenantId(), programme.id()), moment.knownOn())
                        .at(moment.at(), line -> true)
                        .stream())
                .toList();
    }
}
