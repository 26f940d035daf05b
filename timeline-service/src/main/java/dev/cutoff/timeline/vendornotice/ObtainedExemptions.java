package dev.cutoff.timeline.vendornotice;

import dev.cutoff.timeline.rule.Exemption;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What tenants have obtained: asked here, answered by the ledger, which knows of vendor notices and not the other way round. */
public interface ObtainedExemptions {

    /** By tenant and programme. Call it in a transaction, for tenants that may be seen. */
    Map<UUID, Map<String, List<Exemption>>> ofTenants(Collection<UUID> tenants);
}
