package dev.cutoff.notification.reminder;

import dev.cutoff.commons.page.DayRange;
import dev.cutoff.commons.page.Page;
import dev.cutoff.commons.page.Paging;
import dev.cutoff.commons.problem.Refusal;
import dev.cutoff.commons.security.Callers;
import dev.cutoff.notification.tenant.Tenants;
import dev.cutoff.notification.timeline.Programmes;
import jakarta.inject.Singleton;

/** Shows the decisions about the tenants that a caller sees. */
@Singleton
class Ledger {

    private final ReminderStore store;
    private final Tenants tenants;
    private final Programmes programmes;
    private final Callers callers;

    Ledger(ReminderStore store, Tenants tenants, Programmes programmes, Callers callers) {
        this.store = store;
        this.tenants = tenants;
        this.programmes = programmes;
        this.callers = callers;
    }

    /** @throws Refusal 400 for a programme that there is not or days the wrong way round, 404 if the filter names a tenant that is unknown or may not be seen */
    Page<ReminderView> list(ReminderFilter filter, Paging paging) {
        new DayRange(filter.from(), filter.to()).require();
        programmes.requireAsked(filter.programme());
        if (filter.tenant() != null) {
            tenants.require(filter.tenant());
        }
        return store.list(callers.scope().narrowedTo(filter.tenant()), filter, paging);
    }
}
