package dev.cutoff.notification.reminder;

import dev.cutoff.commons.page.ListQuery;
import dev.cutoff.commons.page.Page;
import dev.cutoff.commons.page.Paging;
import dev.cutoff.commons.security.TenantScope;
import dev.cutoff.notification.line.Line;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

@Singleton
class ReminderStore {

    static final String COLUMNS = "r.tenant_id, r.id, r.client_id, r.person, r.programme, r.protocol, r.auth_method,"
            + " nullif(r.qualifier, '') as qualifier, r.topic, r.anchor, r.anchor_day, r.rung, r.named, r.last_use, r.role,"
            + " r.reason, r.state, r.moved_from, r.moved_named, r.notice_id, n.day as told";
    static final String FROM = " from reminder r left join notice n on n.id = r.notice_id ";

    private final Jdbi jdbi;

    ReminderStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    List<UUID> live() {
        return jdbi.withHandle(
                handle -> handle.createQuery("select distinct tenant_id from reminder where state = 'planned'")
                        .mapTo(UUID.class)
                        .list());
    }

    List<UUID> live(Collection<UUID> tenants) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select tenant from unnest(:tenants) as tenant
                        where exists (select from reminder r where r.tenant_id = tenant and r.state = 'planned')""")
                .bind("tenants", tenants.toArray(UUID[]::new))
                .mapTo(UUID.class)
                .list());
    }

    Page<ReminderView> list(TenantScope scope, ReminderFilter filter, Paging paging) {
        return ListQuery.of(ReminderView.class, ReminderView.COLUMNS, "reminder")
                .within(scope, "tenant_id")
                .where("client_id = :client", "client", filter.client())
                .where("person = :person", "person", filter.person())
                .where("programme = :programme", "programme", filter.programme())
                .where("protocol = :protocol", "protocol", filter.protocol())
                .where("state = :status", "status", filter.status())
                .where("reason = :reason", "reason", filter.reason())
                .where("topic = :topic", "topic", filter.topic())
                .where("anchor_day >= :from", "from", filter.from())
                .where("anchor_day <= :to", "to", filter.to())
                .sortable("anchorDay", "anchor_day", "date")
                .sortable("decidedAt", "decided_at", "timestamptz")
                .key("tenant_id", "uuid")
                .key("id", "bigint")
                .page(jdbi, paging);
    }

    /** A range, because an index serves that also while no statistics say how many clients there are. */
    List<Reminder> of(UUID tenant, UUID from, UUID to) {
        return jdbi.withHandle(handle -> handle.createQuery("select " + COLUMNS + FROM + """
                        where r.tenant_id = :tenant and r.client_id between :from and :to""")
                .bind("tenant", tenant)
                .bind("from", from)
                .bind("to", to)
                .mapTo(Reminder.class)
                .list());
    }

    Set<Line> linesTold(UUID tenant, LocalDate today) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select programme, protocol, auth_method, nullif(qualifier, '') as qualifier from told_line
                        where tenant_id = :tenant and last_use >= :today""")
                .bind("tenant", tenant)
                .bind("today", today)
                .mapTo(Line.class)
                .set());
    }

    /** Nowhere is it later than the day after that of UTC, which an index can be asked about; who looks every second must not read all. */
    private static final String USELESS =
            "state = 'planned' and last_use <= (cast(:now as timestamptz) at time zone 'UTC')::date"
                    + " and last_use < (cast(:now as timestamptz) at time zone zone)::date";

    void askToGatherUseless(Instant now) {
        jdbi.useHandle(
                handle -> handle.createUpdate("insert into gather_request (person) select distinct person from reminder"
                                + " where " + USELESS + " order by person on conflict do nothing")
                        .bind("now", now)
                        .execute());
    }

    /** @return how many have lost their use */
    int expire(Instant now) {
        return jdbi.withHandle(handle -> handle.createUpdate(
                        "update reminder set state = 'expired', reason = 'too-late' where " + USELESS)
                .bind("now", now)
                .execute());
    }

    /** @param tenant null for all */
    void askToGather(@Nullable UUID tenant) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                insert into gather_request (person)
                select distinct person from reminder
                where state = 'planned' and (cast(:tenant as uuid) is null or tenant_id = :tenant) order by person
                on conflict do nothing""")
                .bindByType("tenant", tenant, UUID.class)
                .execute());
    }

    void askToGather(Set<String> people) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                insert into gather_request (person) select person from unnest(:people) as person order by person
                on conflict do nothing""")
                .bind("people", people.toArray(String[]::new))
                .execute());
    }
}
