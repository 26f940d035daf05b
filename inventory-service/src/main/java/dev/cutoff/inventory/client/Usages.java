package dev.cutoff.inventory.client;

import dev.cutoff.commons.page.Page;
import dev.cutoff.commons.page.Paging;
import dev.cutoff.inventory.tenant.Tenants;
import jakarta.inject.Singleton;

/** What accounts use, as evidence has it. */
@Singleton
class Usages {

    private final UsageStore store;
    private final Tenants tenants;

    Usages(UsageStore store, Tenants tenants) {
        this.store = store;
        this.tenants = tenants;
    }

    Page<Usage> list(UsageFilter filter, Paging paging) {
        return store.list(tenants.scope(filter.tenant()), filter, paging);
    }
}
