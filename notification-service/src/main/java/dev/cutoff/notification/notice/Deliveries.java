package dev.cutoff.notification.notice;

import dev.cutoff.commons.page.DayRange;
import dev.cutoff.commons.page.Page;
import dev.cutoff.commons.page.Paging;
import dev.cutoff.commons.problem.Refusal;
import dev.cutoff.commons.security.Callers;
import dev.cutoff.notification.tenant.Tenants;
import dev.cutoff.notification.timeline.Programmes;
import jakarta.inject.Singleton;

/** Who was told what, when, and whether it arrived. */
@Singleton
class Deliveries {

    private final DeliveryStore store;
    private final Tenants tenants;
    private final Programmes programmes;
    private final Callers callers;

    Deliveries(DeliveryStore store, Tenants tenants, Programmes programmes, Callers callers) {
        this.store = store;
        this.tenants = tenants;
        this.programmes = programmes;
        this.callers = callers;
    }

    /** @throws Refusal 400 for a programme that there is not or days the wrong way round, 404 if the filter names a tenant that is unknown or may not be seen */
    Page<Delivery> list(DeliveryStore.Filter filter, Paging paging) {
        new DayRange(filter.from(), filter.to()).require();
        programmes.requireAsked(filter.programme());
        if (filter.tenant() != null) {
            tenants.require(filter.tenant());
        }
        return store.list(callers.scope().narrowedTo(filter.tenant()), filter, paging);
    }
}
