package dev.cutoff.inventory.coverage;

import dev.cutoff.commons.page.Page;
import dev.cutoff.commons.page.Paging;
import dev.cutoff.inventory.tenant.Tenants;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;

/** What is covered, as it is shown and as decisions want it. */
@Singleton
public class Coverages {

    private final CoverageStore store;
    private final Tenants tenants;
    private final Clock clock;

    Coverages(CoverageStore store, Tenants tenants, Clock clock) {
        this.store = store;
        this.tenants = tenants;
        this.clock = clock;
    }

    @Transactional
    public Page<Coverage> list(CoverageFilter filter, Paging paging) {
        return store.list(tenants.scope(filter.tenant()), filter, clock.instant(), paging);
    }

    /** What the sign-in logs of a tenant have spoken of. */
    @Transactional
    public SpokenDays spokenDays(UUID tenant) {
        return store.spokenDays(tenant);
    }
}
