package dev.cutoff.notification.readiness;

import dev.cutoff.commons.page.Page;
import dev.cutoff.commons.page.Paging;
import dev.cutoff.commons.problem.Refusal;
import dev.cutoff.commons.security.Callers;
import dev.cutoff.notification.tenant.Tenant;
import dev.cutoff.notification.tenant.Tenants;
import dev.cutoff.notification.timeline.Programmes;
import jakarta.inject.Singleton;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/** How far the affected clients have come, now and week by week. */
@Singleton
public class Readiness {

    private final ReadinessStore store;
    private final Tenants tenants;
    private final Programmes programmes;
    private final Callers callers;

    Readiness(ReadinessStore store, Tenants tenants, Programmes programmes, Callers callers) {
        this.store = store;
        this.tenants = tenants;
        this.programmes = programmes;
        this.callers = callers;
    }

    /** @throws Refusal 400 for a programme that there is not, 404 if the filter names a tenant that is unknown or may not be seen */
    Page<ReadinessGroup> list(ReadinessFilter filter, Paging paging) {
        programmes.requireAsked(filter.programme());
        if (filter.tenant() != null) {
            tenants.require(filter.tenant());
        }
        return store.list(callers.scope().narrowedTo(filter.tenant()), filter, paging);
    }

    /**
     * Keeps what the week before has come to, when the tenant is planned for the first time in a new one; part of the transaction that is
     * open, and before that plan changes anything. What is kept never changes afterwards.
     *
     * @param today of the tenant
     */
    public void closeWeek(Tenant tenant, LocalDate today) {
        var last = tenant.plannedOn();
        if (last != null && monday(last).isBefore(monday(today))) {
            store.keep(tenant.id(), monday(last));
        }
    }

    private static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }
}
