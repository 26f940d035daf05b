package dev.cutoff.notification.notice;

import dev.cutoff.commons.database.KeptPlans;
import dev.cutoff.notification.reminder.Status;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.generic.GenericType;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/** The lease on a notice: every statement that a sender gives names its token, and does nothing without it. */
@Singleton
class OutgoingStore {

    /** A lease that ran out in somebody's hands. */
    record Lost(UUID id, int attempts, int resends, Phase phase, List<UUID> tenants, String person) {

        boolean mayHaveArrived() {
            return phase == Phase.DOT || isRepeat();
        }

        /** Whoever repeats has counted it when it claimed. */
        boolean isRepeat() {
            return resends > 0;
        }
    }

    private static final String ALL = "'00000000-0000-0000-0000-000000000000'";

    /**
     * What makes a notice ready to leave: its day has come and its tenants were planned for that day and with all that has been heard since, so
     * that what it says still holds; nobody is putting it together anew; and dispatch lets it. What has been begun waits only for the end of a
     * pause, and what somebody has asked to be sent again, or may have arrived, does not wait for a plan.
     *
     * <p>Ten minutes for what has been heard are more than a plan of the largest tenants takes, and less than anybody misses in a mail that goes
     * by the day: one about which something changes all the time, or whose plans fail, leaves as it was planned last.
     */
    private static final String IS_READY = """
            n.state in ('planned', 'retry', 'uncertain')
            and (n.next_attempt_at <= now() or :evenResting and n.state = 'planned')
            and n.day <= (cast(:now as timestamptz) at time zone n.zone)::date
            and not in_quiet_hours(cast(:now as timestamptz), n.zone, n.quiet_from, n.quiet_to)
            and (n.state = 'uncertain' or n.resend_asked
              or not exists (select from gather_request g where g.person = n.person)
                 and not exists (
                     select from tenant t
                     where t.tenant_id = any(n.tenants)
                       and t.planned_on is distinct from (cast(:now as timestamptz) at time zone t.time_zone)::date)
                 and not exists (
                     select from plan_request r
                     where r.tenant_id = any(n.tenants) and r.unplanned_since > now() - interval '10 minutes'))
            and (n.state <> 'planned'
              or not exists (
                     select from unnest(n.tenants || %1$s::uuid) as needed (id)
                     left join dispatch d on d.tenant_id = needed.id
                     where d.state is distinct from 'released' and n.person <> all(coalesce(d.pilots, '{}'))))
            and not exists (
                select from dispatch d
                where d.state = 'paused' and d.tenant_id = any(n.tenants || %1$s::uuid))""".formatted(ALL);

    /**
     * Each order has an index, and its condition is that of no other query (V202611270615): a planner that believes that hardly anything
     * waits, as the statistics say most of the time, would else take any of them and sort all that waits for each handful.
     */
    private static final String BY_URGENCY = "n.nearest > '-infinity'";

    /** A notice about several tenants takes the turn of its first. */
    private static final String IN_TURN = "n.tenants[1] = :turn";

    private static final String EXPIRED = """
            select id, attempts, resends, phase, tenants, person from notice
            where state = 'sending' and lease_until < now()""";

    private final Jdbi jdbi;

    OutgoingStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** On which way it leaves. */
    private static String isWanted(Selection wanted) {
        var way = wanted.only().isEmpty() ? "" : " and n.tenants <@ :only";
        var others = IntStream.range(0, wanted.others().size())
                .mapToObj(i -> " and not n.tenants <@ :others" + i)
                .collect(Collectors.joining());
        return way + others;
    }

    private static <Q extends SqlStatement<Q>> Q bind(Q query, Selection wanted, Instant now) {
        query.bind("now", now).bind("evenResting", wanted.evenResting());
        if (!wanted.only().isEmpty()) {
            query.bind("only", wanted.only().toArray(UUID[]::new));
        }
        for (var i = 0; i < wanted.others().size(); i++) {
            query.bind("others" + i, wanted.others().get(i).toArray(UUID[]::new));
        }
        return wanted.turn() == null ? query : query.bind("turn", wanted.turn());
    }

    /** Takes the most urgent notices that may leave. */
    List<Claim> claim(Selection wanted, Instant now, Duration lease) {
        return jdbi.withHandle(handle -> bind(
                        handle.createQuery("""
                        with due as (
                            select n.id, n.state as was, n.resend_asked as asked from notice n
                            where %s%s and %s
                            order by n.nearest, array_position('{high,normal,low}', n.severity), n.next_attempt_at limit :most for update skip locked)
                        update notice n
                        set state = 'sending', phase = 'claimed', attempts = n.attempts + 1, version = n.version + 1,
                            resends = n.resends + case when due.was = 'uncertain' or due.asked then 1 else 0 end,
                            lease_token = gen_random_uuid(), lease_until = now() + make_interval(secs => :lease), waits_for = null
                        from due where n.id = due.id
                        returning n.id, n.lease_token, n.person, n.day, n.locale, n.zone, n.severity, n.tenants, n.attempts, n.resends,
                                  due.was, due.asked, n.mime""".formatted(
                                        IS_READY, isWanted(wanted), wanted.turn() == null ? BY_URGENCY : IN_TURN)),
                        wanted,
                        now)
                .bind("most", wanted.most())
                .bind("lease", seconds(lease))
                .mapTo(Claim.class)
                .list());
    }

    /**
     * Whose turn is next: the first tenant after the last one, in the order of their ids and round again, that has a notice which may leave.
     */
    Optional<UUID> turn(Selection wanted, @Nullable UUID last, Instant now) {
        return after(wanted, last, now).or(() -> last == null ? Optional.empty() : after(wanted, null, now));
    }

    private Optional<UUID> after(Selection wanted, @Nullable UUID last, Instant now) {
        return jdbi.withHandle(handle -> {
            var query = bind(
                    handle.createQuery(
                            """
                    select n.tenants[1] from notice n
                    where %s%s and n.tenants[1] %s
                    order by n.tenants[1], n.nearest limit 1""".formatted(IS_READY, isWanted(wanted), last == null ? "is not null" : "> :last")),
                    wanted,
                    now);
            if (last != null) {
                query.bind("last", last);
            }
            return query.mapTo(UUID.class).findOne();
        });
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

    void freeze(List<Frozen> mails, Instant now) {
        jdbi.useHandle(handle -> {
            var batch = handle.prepareBatch("""
                    update notice set message_id = :messageId, subject = :subject, mime = :mime, frozen_at = :now
                    where id = :id and lease_token = :token""");
            mails.forEach(mail -> batch.bind("id", mail.claim().id())
                    .bind("token", mail.claim().leaseToken())
                    .bind("messageId", mail.messageId())
                    .bind("subject", mail.subject())
                    .bind("mime", mail.mime())
                    .bind("now", now)
                    .add());
            batch.execute();
        });
    }

    /** @return the notices whose mail may end */
    Set<UUID> aboutToSendDot(List<Claim> claims, Duration lease) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        update notice n set phase = 'dot', lease_until = now() + make_interval(secs => :lease)
                        from unnest(:ids, :tokens) as held (id, token)
                        where n.id = held.id and n.lease_token = held.token and n.state = 'sending' and n.lease_until > now()
                          and not exists (
                              select from dispatch d
                              where d.state = 'paused' and d.tenant_id = any(n.tenants || %s::uuid))
                        returning n.id""".formatted(ALL))
                .bind("ids", claims.stream().map(Claim::id).toArray(UUID[]::new))
                .bind("tokens", claims.stream().map(Claim::leaseToken).toArray(UUID[]::new))
                .bind("lease", seconds(lease))
                .mapTo(UUID.class)
                .set());
    }

    /**
     * A late "accepted" is believed as long as nobody else has taken the notice since.
     *
     * @return the notices that were still theirs, with their versions now
     */
    Map<UUID, Long> accepted(List<Claim> claims, Instant now) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        update notice n set state = 'sent', sent_at = :now, version = n.version + 1, resend_asked = false
                        from unnest(:ids, :tokens) as held (id, token)
                        where n.id = held.id and n.lease_token = held.token and n.state in ('sending', 'uncertain')
                        returning n.id, n.version""")
                .bind("ids", claims.stream().map(Claim::id).toArray(UUID[]::new))
                .bind("tokens", claims.stream().map(Claim::leaseToken).toArray(UUID[]::new))
                .bind("now", now)
                .setMapKeyColumn("id")
                .setMapValueColumn("version")
                .collectInto(new GenericType<Map<UUID, Long>>() {}));
    }

    /**
     * What was not even made into a mail is planned as before, and no retry.
     *
     * @param uncount whether it was to be repeated, and was not
     */
    boolean end(UUID id, @Nullable UUID token, Status state, Duration pause, boolean uncount) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                                update notice
                                set state = case when :state = 'retry' and mime is null then 'planned' else :state end, version = version + 1, next_attempt_at = now() + make_interval(secs => :pause),
                                    resend_asked = resend_asked and :state = 'retry',
                                    resends = resends - case when :uncount then 1 else 0 end
                                where id = :id and state = 'sending'
                                  and (cast(:token as uuid) is null or lease_token = :token)""")
                        .bind("id", id)
                        .bindByType("token", token, UUID.class)
                        .bind("state", state)
                        .bind("pause", seconds(pause))
                        .bind("uncount", uncount)
                        .execute()
                == 1);
    }

    /** Not locked yet. */
    List<Lost> expired(int most) {
        return jdbi.withHandle(handle -> handle.createQuery(EXPIRED + " order by lease_until limit :most")
                .bind("most", most)
                .mapTo(Lost.class)
                .list());
    }

    /** Those of them that still are, and that nobody else takes back. */
    List<Lost> lost(Collection<UUID> ids) {
        return jdbi.withHandle(handle -> handle.createQuery(EXPIRED + " and id = any(:ids) for update skip locked")
                .bind("ids", ids.toArray(UUID[]::new))
                .mapTo(Lost.class)
                .list());
    }

    void leaveKeptPlans() {
        jdbi.useHandle(KeptPlans::leave);
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
