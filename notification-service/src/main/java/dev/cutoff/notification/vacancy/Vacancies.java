package dev.cutoff.notification.vacancy;

import dev.cutoff.commons.page.Page;
import dev.cutoff.commons.page.Paging;
import dev.cutoff.commons.page.View;
import dev.cutoff.commons.problem.Refusal;
import dev.cutoff.commons.security.Callers;
import dev.cutoff.notification.tenant.Tenants;
import dev.cutoff.notification.timeline.Programmes;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** The clients that nobody takes, as the last plan of each tenant found them. */
@Singleton
public class Vacancies {

    private final VacancyStore store;
    private final Tenants tenants;
    private final Programmes programmes;
    private final Callers callers;

    Vacancies(VacancyStore store, Tenants tenants, Programmes programmes, Callers callers) {
        this.store = store;
        this.tenants = tenants;
        this.programmes = programmes;
        this.callers = callers;
    }

    /** @throws Refusal 400 for a programme that there is not, 404 if the filter names a tenant that is unknown or may not be seen */
    Page<VacancyView> list(VacancyFilter filter, View view, Paging paging) {
        programmes.requireAsked(filter.programme());
        if (filter.tenant() != null) {
            tenants.require(filter.tenant());
        }
        return store.list(callers.scope().narrowedTo(filter.tenant()), filter, view, paging);
    }

    /**
     * Puts what a plan finds of some clients in the place of what the last did; part of the transaction that is open.
     *
     * @param clients all that were looked at
     * @param vacancies those of them that are vacant
     * @param today of the tenant
     */
    public void replace(UUID tenant, Collection<UUID> clients, List<Vacancy> vacancies, LocalDate today) {
        store.replace(tenant, clients, vacancies, today);
    }

    /** Forgets those of clients that the plan is no longer about; part of the transaction that is open. */
    public void dropGone(UUID tenant) {
        store.dropGone(tenant);
    }
}
