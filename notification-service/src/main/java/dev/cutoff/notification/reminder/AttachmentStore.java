package dev.cutoff.notification.reminder;

import dev.cutoff.commons.json.WireName;
import dev.cutoff.commons.security.TenantScope;
import dev.cutoff.notification.ladder.Calm;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Which reminders stand in which notice. */
@Singleton
class AttachmentStore {

    private final Jdbi jdbi;

    AttachmentStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    List<Due> due(Collection<String> people) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select person, tenant_id, programme, notice_id,
                               coalesce(min(anchor_day) filter (where topic not in ('finding', 'help')), max(anchor_day) + 366) as nearest,
                               bool_or(reason = any(:news)
                                       or topic in ('all-clear', 'help')) as at_once,
                               (array_agg(locale order by anchor_day, id))[1] as locale,
                               (array_agg(zone order by anchor_day, id))[1] as zone
                        from reminder where person = any(:people) and state = 'planned'
                        group by person, tenant_id, programme, notice_id""")
                .bind("people", people.toArray(String[]::new))
                .bind("news", Calm.news().stream().map(WireName::of).toArray(String[]::new))
                .mapTo(Due.class)
                .list());
    }

    /** Those of the notices that hold reminders which are not live. */
    List<UUID> withDead(Collection<UUID> notices) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select distinct notice_id from reminder where notice_id = any(:notices) and state <> 'planned'")
                .bind("notices", notices.toArray(UUID[]::new))
                .mapTo(UUID.class)
                .list());
    }

    /** @return how many have moved into the notice */
    int attach(String person, Collection<UUID> tenants, UUID notice) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                        update reminder set notice_id = :notice
                        where person = :person and state = 'planned' and tenant_id = any(:tenants)
                          and notice_id is distinct from :notice""")
                .bind("person", person)
                .bind("tenants", tenants.toArray(UUID[]::new))
                .bind("notice", notice)
                .execute());
    }

    int detachDead(UUID notice) {
        return jdbi.withHandle(handle -> handle.createUpdate(
                        "update reminder set notice_id = null where notice_id = :notice and state <> 'planned'")
                .bind("notice", notice)
                .execute());
    }

    int move(Collection<UUID> notices, Status from, Status to) {
        return jdbi.withHandle(handle -> handle.createUpdate(
                        "update reminder set state = :to where notice_id = any(:notices) and state = :from")
                .bind("notices", notices.toArray(UUID[]::new))
                .bind("from", from)
                .bind("to", to)
                .execute());
    }

    /** The first moment at which something in the notice is past its use; empty if nothing ever is. */
    Optional<Instant> lastUse(UUID notice) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select min((last_use + 1)::timestamp at time zone zone) from reminder where notice_id = :notice")
                .bind("notice", notice)
                .mapTo(Instant.class)
                .findOne());
    }

    /** Those that wait or are under way; whatever is planned later, these are not sent. */
    void withdraw(UUID notice) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                update reminder set state = 'cancelled', reason = 'withdrawn'
                where notice_id = :notice and state in ('planned', 'sending')""").bind("notice", notice).execute());
    }

    /** Opens again what has failed and is still of use. @return how many */
    int reopen(UUID notice, Instant now) {
        return jdbi.withHandle(handle ->
                handle.createUpdate("""
                        update reminder set state = 'planned'
                        where notice_id = :notice and state = 'failed'
                          and (last_use is null or last_use >= (cast(:now as timestamptz) at time zone zone)::date)""").bind("notice", notice).bind("now", now).execute());
    }

    /** The most telling of what became of the reminders of a notice that has no live one left. */
    Status end(UUID notice) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select case when bool_or(state = 'expired') then 'expired'
                                    when bool_or(state = 'superseded') then 'superseded'
                                    when count(*) = 0 then 'superseded' else 'cancelled' end
                        from reminder where notice_id = :notice""")
                .bind("notice", notice)
                .mapTo(Status.class)
                .one());
    }

    /** The first of each notice, as many as a page can bear, and only of tenants in scope. */
    List<Counted> shown(Collection<UUID> notices, TenantScope scope, int most) {
        var filter = scope.all() ? "" : " and r.tenant_id = any(:scope)";
        return jdbi.withHandle(handle -> {
            var query = handle.createQuery("select * from (select " + ReminderStore.COLUMNS + """
                    , row_number() over (partition by r.notice_id order by r.anchor_day, r.tenant_id, r.id) as nth,
                      count(*) over (partition by r.notice_id) as total
                    from reminder r left join notice n on n.id = r.notice_id
                    where r.notice_id = any(:notices)%s) as numbered
                    where nth <= :most order by notice_id, nth""".formatted(filter));
            if (!scope.all()) {
                query.bind("scope", scope.array());
            }
            return query.bind("notices", notices.toArray(UUID[]::new))
                    .bind("most", most)
                    .map((row, context) -> new Counted(
                            context.findRowMapperFor(Reminder.class)
                                    .orElseThrow()
                                    .map(row, context),
                            row.getLong("total")))
                    .list();
        });
    }
}
