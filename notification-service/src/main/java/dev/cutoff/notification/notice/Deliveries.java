package dev.cutoff.notification.notice;

import dev.cutoff.commons.page.Page;
import dev.cutoff.commons.page.Paging;
import dev.cutoff.commons.problem.Refusal;
import dev.cutoff.commons.security.Callers;
import dev.cutoff.notification.tenant.Tenants;
import jakarta.inject.Singleton;

/** Who was told what, when, and whether it arrived. */
@Singleton
class Deliveries {

    private final DeliveryStore store;
    private final Tenants tenants;
    private final Callers callers;

    Deliveries(DeliveryStore store, Tenants tenants, Callers callers) {
        this.store = store;
        this.tenants = tenants;
        this.callers = callers;
    }

    /** @throws Refusal 404 if the filter names a tenant that is unknown or may not be seen */
    Page<Delivery> list(DeliveryStore.Filter filter, Paging paging) {
        if (filter.tenant() != null) {
            tenants.require(filter.tenant());
        }
        return store.list(callers.scope().narrowedTo(filter.tenant()), filter, paging);
    }
}
