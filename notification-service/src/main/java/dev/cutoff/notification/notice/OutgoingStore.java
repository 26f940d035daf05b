package dev.cutoff.notification.notice;

import dev.cutoff.notification.reminder.Status;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The lease on a notice: every statement that a sender gives names its token, and does nothing without it. */
@Singleton
class OutgoingStore {

    /** A lease that ran out in somebody's hands. */
    record Lost(UUID id, int attempts, int resends, Phase phase, List<UUID> tenants, boolean frozen, String person) {}

    private static final String ALL = "'00000000-0000-0000-0000-000000000000'";

    private final Jdbi jdbi;

    OutgoingStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * Takes the most urgent notice that may leave: its day has come and its tenants were planned for that day, so that what it says
     * still holds; nobody is putting it together anew; and dispatch lets it. What has been begun waits only for the end of a pause.
     *
     * @param evenResting whether a new notice may leave before it has rested
     */
    Optional<Claim> claim(Instant now, Duration lease, boolean evenResting) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        with due as (
                            select n.id, n.state as was from notice n
                            where n.state in ('planned', 'retry', 'uncertain')
                              and (n.next_attempt_at <= now() or :evenResting and n.state = 'planned')
                              and n.day <= (cast(:now as timestamptz) at time zone n.zone)::date
                              and not in_quiet_hours(cast(:now as timestamptz), n.zone, n.quiet_from, n.quiet_to)
                              and (n.state = 'uncertain'
                                or not exists (select from gather_request g where g.person = n.person)
                                   and not exists (
                                       select from tenant t
                                       where t.tenant_id = any(n.tenants)
                                         and t.planned_on is distinct from (cast(:now as timestamptz) at time zone t.time_zone)::date))
                              and (n.state <> 'planned'
                                or not exists (
                                       select from unnest(n.tenants || %s::uuid) as needed (id)
                                       left join dispatch d on d.tenant_id = needed.id
                                       where d.state is distinct from 'released'))
                              and not exists (
                                  select from dispatch d
                                  where d.state = 'paused' and d.tenant_id = any(n.tenants || %s::uuid))
                            order by n.nearest, array_position('{high,normal,low}', n.severity), n.next_attempt_at limit 1 for update skip locked)
                        update notice n
                        set state = 'sending', phase = 'claimed', attempts = n.attempts + 1, version = n.version + 1,
                            resends = n.resends + case when due.was = 'uncertain' then 1 else 0 end,
                            lease_token = gen_random_uuid(), lease_until = now() + make_interval(secs => :lease), waits_for = null
                        from due where n.id = due.id
                        returning n.id, n.lease_token, n.person, n.day, n.locale, n.zone, n.tenants, n.attempts, n.resends,
                                  due.was, n.mime""".formatted(ALL, ALL))
                .bind("now", now)
                .bind("lease", seconds(lease))
                .bind("evenResting", evenResting)
                .mapTo(Claim.class)
                .findOne());
    }

    /** In somebody's hands, or to be taken up again within this time unless mail is paused or quiet. */
    boolean isUnderWay(Instant now, Duration soon) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select exists (
                            select from notice n
                            where n.state = 'sending'
                               or n.state in ('retry', 'uncertain') and n.next_attempt_at < now() + make_interval(secs => :soon)
                                  and not in_quiet_hours(:now, n.zone, n.quiet_from, n.quiet_to)
                                  and not exists (
                                      select from dispatch d
                                      where d.state = 'paused' and d.tenant_id = any(n.tenants || %s::uuid)))""".formatted(ALL))
                .bind("now", now)
                .bind("soon", seconds(soon))
                .mapTo(Boolean.class)
                .one());
    }

    void freeze(Claim claim, String messageId, String subject, byte[] mime, Instant now) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                update notice set message_id = :messageId, subject = :subject, mime = :mime, frozen_at = :now
                where id = :id and lease_token = :token""")
                .bind("id", claim.id())
                .bind("token", claim.leaseToken())
                .bind("messageId", messageId)
                .bind("subject", subject)
                .bind("mime", mime)
                .bind("now", now)
                .execute());
    }

    boolean aboutToSendDot(Claim claim, Duration lease) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                                update notice n set phase = 'dot', lease_until = now() + make_interval(secs => :lease)
                                where n.id = :id and n.lease_token = :token and n.state = 'sending' and n.lease_until > now()
                                  and not exists (
                                      select from dispatch d
                                      where d.state = 'paused' and d.tenant_id = any(n.tenants || %s::uuid))""".formatted(ALL))
                        .bind("id", claim.id())
                        .bind("token", claim.leaseToken())
                        .bind("lease", seconds(lease))
                        .execute()
                == 1);
    }

    /** A late "accepted" is believed as long as nobody else has taken the notice since. */
    boolean accepted(Claim claim, Instant now) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                                update notice set state = 'sent', sent_at = :now, version = version + 1
                                where id = :id and lease_token = :token and state in ('sending', 'uncertain')""")
                        .bind("id", claim.id())
                        .bind("token", claim.leaseToken())
                        .bind("now", now)
                        .execute()
                == 1);
    }

    boolean end(UUID id, @Nullable UUID token, Status state, Duration pause) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                                update notice
                                set state = :state, version = version + 1, next_attempt_at = now() + make_interval(secs => :pause)
                                where id = :id and state = 'sending'
                                  and (cast(:token as uuid) is null or lease_token = :token)""")
                        .bind("id", id)
                        .bindByType("token", token, UUID.class)
                        .bind("state", state)
                        .bind("pause", seconds(pause))
                        .execute()
                == 1);
    }

    List<Lost> lost(int most) {
        return jdbi.withHandle(handle ->
                handle.createQuery("""
                        select id, attempts, resends, phase, tenants, mime is not null as frozen, person from notice
                        where state = 'sending' and lease_until < now()
                        order by lease_until limit :most for update skip locked""").bind("most", most).mapTo(Lost.class).list());
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
