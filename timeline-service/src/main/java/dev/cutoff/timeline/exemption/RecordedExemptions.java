package dev.cutoff.timeline.exemption;

import dev.cutoff.timeline.rule.Exemption;
import dev.cutoff.timeline.vendornotice.ObtainedExemptions;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** The ledger as facts, for whoever decides by them. */
@Singleton
class RecordedExemptions implements ObtainedExemptions {

    private final ExemptionStore store;

    RecordedExemptions(ExemptionStore store) {
        this.store = store;
    }

    @Override
    public Map<UUID, Map<String, List<Exemption>>> ofTenants(Collection<UUID> tenants) {
        return store.ofTenants(tenants).stream()
                .collect(Collectors.groupingBy(
                        LedgerEntry::tenantId,
                        Collectors.groupingBy(
                                LedgerEntry::programme, Collectors.mapping(LedgerEntry::fact, Collectors.toList()))));
    }
}
