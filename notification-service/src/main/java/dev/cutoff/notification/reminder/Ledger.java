package dev.cutoff.notification.reminder;

import dev.cutoff.commons.page.Page;
import dev.cutoff.commons.page.Paging;
import dev.cutoff.commons.problem.Refusal;
import dev.cutoff.commons.security.Callers;
import dev.cutoff.notification.tenant.Tenants;
import jakarta.inject.Singleton;

/** Shows the decisions about the tenants that a caller sees. */
@Singleton
class Ledger {

    private final ReminderStore store;
    private final Tenants tenants;
    private final Callers callers;

    Ledger(ReminderStore store, Tenants tenants, Callers callers) {
        this.store = store;
        this.tenants = tenants;
        this.callers = callers;
    }

    /** @throws Refusal 404 if the filter names a tenant that is unknown or may not be seen */
    Page<ReminderView> list(ReminderFilter filter, Paging paging) {
        if (filter.tenant() != null) {
            tenants.require(filter.tenant());
        }
        return store.list(callers.scope().narrowedTo(filter.tenant()), filter, paging);
    }
}
