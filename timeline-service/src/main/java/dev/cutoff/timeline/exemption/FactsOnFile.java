package dev.cutoff.timeline.exemption;

import dev.cutoff.timeline.rule.Exemption;
import dev.cutoff.timeline.rule.Facts;
import dev.cutoff.timeline.rule.VendorNotice;
import dev.cutoff.timeline.vendornotice.VendorNotices;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Everything on file of some tenants, with one query for exemptions and one for vendor notices however many they are. */
@Singleton
public class FactsOnFile {

    /** By tenant and programme. */
    public record Loaded(
            Map<UUID, Map<String, List<VendorNotice>>> notices, Map<UUID, Map<String, List<Exemption>>> exemptions) {

        public Facts of(UUID tenant, String programme) {
            return new Facts(
                    notices.getOrDefault(tenant, Map.of()).getOrDefault(programme, List.of()),
                    exemptions.getOrDefault(tenant, Map.of()).getOrDefault(programme, List.of()));
        }
    }

    private final VendorNotices notices;
    private final RecordedExemptions exemptions;

    FactsOnFile(VendorNotices notices, RecordedExemptions exemptions) {
        this.notices = notices;
        this.exemptions = exemptions;
    }

    /** Call it in a transaction, for tenants that may be seen. */
    public Loaded of(Collection<UUID> tenants) {
        return new Loaded(notices.facts(tenants), exemptions.ofTenants(tenants));
    }
}
