package dev.cutoff.notification.notice;

import dev.cutoff.commons.database.RecordMapper;
import dev.cutoff.notification.reminder.Status;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

@Singleton
class GatherStore {

    private record HistoryRow(String person, @Nullable LocalDate lastMail, List<LocalDate> taken) {}

    private final Jdbi jdbi;

    GatherStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Takes some people out of the queue for as long as the transaction lasts; who is asked for again meanwhile comes again. */
    List<String> take(int most) {
        return jdbi.withHandle(handle ->
                handle.createQuery("""
                        delete from gather_request where person in (
                            select person from gather_request order by person limit :most for update skip locked)
                        returning person""").bind("most", most).mapTo(String.class).list());
    }

    /**
     * Asks for those whose notice still stands on a day that has passed. Nowhere is it later than the day after that of UTC, which an index can
     * be asked about.
     */
    int askForPassedDays(Instant now) {
        return jdbi.withHandle(
                handle -> handle.createUpdate("""
                        insert into gather_request (person)
                        select distinct person from notice
                        where state in ('planned', 'held') and day <= (cast(:now as timestamptz) at time zone 'UTC')::date
                          and day < (cast(:now as timestamptz) at time zone zone)::date
                        order by person on conflict do nothing""").bind("now", now).execute());
    }

    /** Locked, so that none of them sets out meanwhile; one that just has is left out. */
    List<OpenNotice> open(Collection<String> people, LocalDate since) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select id, version, person, day, state, waits_for, tenants, nearest, locale, zone, severity,
                               quiet_from, quiet_to, mime is not null as frozen
                        from notice
                        where person = any(:people)
                          and (state in ('planned', 'held') or state = 'retry' and not resend_asked
                            or state in ('superseded', 'expired', 'cancelled') and day >= :since)
                        order by person, day for update""")
                .bind("people", people.toArray(String[]::new))
                .bind("since", since)
                .mapTo(OpenNotice.class)
                .list());
    }

    Map<String, Arrangement.History> history(Collection<String> people, LocalDate since) {
        var histories = new HashMap<String, Arrangement.History>();
        jdbi.useHandle(handle -> handle.createQuery("""
                        select person,
                               max(day) filter (where state <> 'failed') as last_mail,
                               coalesce(array_agg(day) filter (where day >= :since), '{}') as taken
                        from notice
                        where person = any(:people) and state in ('sending', 'uncertain', 'sent', 'failed')
                        group by person""")
                .bind("people", people.toArray(String[]::new))
                .bind("since", since)
                .mapTo(HistoryRow.class)
                .forEach(row ->
                        histories.put(row.person(), new Arrangement.History(row.lastMail(), Set.copyOf(row.taken())))));
        return histories;
    }

    /**
     * Writes the notice; what was frozen thaws unless it is to be kept, because nobody has got it.
     *
     * @param rest how long a new notice rests before it may leave, so that what arrives in parts makes one mail
     */
    void save(String person, Place place, Instant now, Duration rest) {
        jdbi.useHandle(handle -> RecordMapper.bind(handle.createUpdate("""
                        insert into notice (id, version, person, day, locale, zone, state, waits_for, tenants, nearest, severity,
                                            quiet_from, quiet_to, planned_at, next_attempt_at)
                        values (:id, 1, :person, :day, :locale, :zone, :state, :waitsFor, :tenantIds, :nearest, :severity,
                                :quietFrom, :quietTo, :now, now() + make_interval(secs => :rest))
                        on conflict (id) do update
                        set (version, day, locale, zone, state, waits_for, tenants, nearest, severity, quiet_from, quiet_to)
                          = (notice.version + 1, excluded.day, excluded.locale, excluded.zone, excluded.state,
                             excluded.waits_for, excluded.tenants, excluded.nearest, excluded.severity,
                             excluded.quiet_from, excluded.quiet_to),
                            message_id = case when :keepsBytes then notice.message_id end,
                            subject = case when :keepsBytes then notice.subject end,
                            mime = case when :keepsBytes then notice.mime end,
                            frozen_at = case when :keepsBytes then notice.frozen_at end"""), place)
                .bind("tenantIds", place.tenants().stream().sorted().toArray(UUID[]::new))
                .bind("person", person)
                .bind("now", now)
                .bind("rest", rest.toMillis() / 1000.0)
                .execute());
    }

    void end(UUID id, Status state) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "update notice set state = :state, version = version + 1, waits_for = null where id = :id")
                .bind("id", id)
                .bind("state", state)
                .execute());
    }
}
