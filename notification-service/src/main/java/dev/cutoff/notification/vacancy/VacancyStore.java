package dev.cutoff.notification.vacancy;

import dev.cutoff.commons.database.RecordMapper;
import dev.cutoff.commons.page.ListQuery;
import dev.cutoff.commons.page.Page;
import dev.cutoff.commons.page.Paging;
import dev.cutoff.commons.page.View;
import dev.cutoff.commons.security.TenantScope;
import dev.cutoff.notification.escalation.VacancyReason;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

@Singleton
class VacancyStore {

    private record Count(VacancyReason reason, long count) {}

    private final Jdbi jdbi;

    VacancyStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    Page<VacancyView> list(TenantScope scope, VacancyFilter filter, View view, Paging paging) {
        return ListQuery.of(
                        VacancyView.class, VacancyView.COLUMNS, "vacancy v join client c using (tenant_id, client_id)")
                .within(scope, "v.tenant_id")
                .where("v.programme = :programme", "programme", filter.programme())
                .where("v.reason = :reason", "reason", filter.reason())
                .where("v.nearest <= :to", "to", filter.to())
                .seen(view, VacancyView.class)
                .sortable("nearest", "coalesce(v.nearest, 'infinity')", "date")
                .sortable("since", "v.since", "date")
                .key("coalesce(v.nearest, 'infinity')", "date")
                .key("v.tenant_id", "uuid")
                .key("v.client_id", "uuid")
                .key("v.programme", "text")
                .page(jdbi, paging);
    }

    /** Those of the clients that are vacant no more go; of the others that are vacant for the same reason as before the first day stays. */
    void replace(UUID tenant, Collection<UUID> clients, List<Vacancy> vacancies, LocalDate today) {
        jdbi.useHandle(handle -> {
            handle.createUpdate("""
                            delete from vacancy v where tenant_id = :tenant and client_id = any(:clients) and not exists (
                                select from unnest(:vacant, :programmes) as still (client_id, programme)
                                where still.client_id = v.client_id and still.programme = v.programme)""")
                    .bind("tenant", tenant)
                    .bind("clients", clients.toArray(UUID[]::new))
                    .bind("vacant", vacancies.stream().map(Vacancy::clientId).toArray(UUID[]::new))
                    .bind(
                            "programmes",
                            vacancies.stream().map(Vacancy::programme).toArray(String[]::new))
                    .execute();
            if (vacancies.isEmpty()) {
                return;
            }
            var batch = handle.prepareBatch("""
                    insert into vacancy (tenant_id, client_id, programme, reason, since, nearest, protocols)
                    values (:tenant, :clientId, :programme, :reason, :today, :nearest, :protocols)
                    on conflict (tenant_id, client_id, programme) do update
                    set (reason, since, nearest, protocols)
                      = (excluded.reason, case when vacancy.reason = excluded.reason then vacancy.since else excluded.since end,
                         excluded.nearest, excluded.protocols)
                    where (vacancy.reason, vacancy.nearest, vacancy.protocols)
                        is distinct from (excluded.reason, excluded.nearest, excluded.protocols)""");
            vacancies.forEach(vacancy -> RecordMapper.bind(batch, vacancy)
                    .bind("tenant", tenant)
                    .bind("today", today)
                    .add());
            batch.execute();
        });
    }

    /** Of clients that the last plan is not about. */
    void dropGone(UUID tenant) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                delete from vacancy v where tenant_id = :tenant and not exists (
                    select from client c where c.tenant_id = v.tenant_id and c.client_id = v.client_id)""").bind("tenant", tenant).execute());
    }

    Map<VacancyReason, Long> counts() {
        var counts = new EnumMap<VacancyReason, Long>(VacancyReason.class);
        jdbi.useHandle(handle -> handle.createQuery("select reason, count(*) from vacancy group by reason")
                .mapTo(Count.class)
                .forEach(row -> counts.put(row.reason(), row.count())));
        return counts;
    }
}
