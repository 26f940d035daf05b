package dev.cutoff.inventory.client;

import dev.cutoff.commons.page.Page;
import dev.cutoff.commons.page.Paging;
import dev.cutoff.commons.page.View;
import dev.cutoff.inventory.tenant.Tenants;
import jakarta.inject.Singleton;
import java.util.List;

/** What accounts use, as evidence has it. */
@Singleton
class Usages {

    private final UsageStore store;
    private final UsageSummaryStore summaries;
    private final Tenants tenants;

    Usages(UsageStore store, UsageSummaryStore summaries, Tenants tenants) {
        this.store = store;
        this.summaries = summaries;
        this.tenants = tenants;
    }

    public Page<Usage> list(UsageFilter filter, View view, Paging paging) {
        return store.list(tenants.scope(filter.tenant()), filter, view, paging);
    }

    /** The same usages, counted by what they have in common; their total if that is nothing. */
    public Page<UsageGroup> summarize(UsageFilter filter, List<UsageDimension> dimensions, Paging paging) {
        return summaries.summarize(tenants.scope(filter.tenant()), filter, dimensions, paging);
    }
}
