package dev.cutoff.notification.digest;

/** What a notice tells, as tables to read from: {@code thing}, which is small, and {@code told}, a row for each client of a thing. */
final class Told {

    /**
     * Reminders with the cutoffs that they are about, and for a decision the clients for which it matters. Things that are the same in
     * everything that a mail says of them are one, whatever protocol, client or tenant they are about: that is their number, {@code nth}.
     *
     * <p>What is resolved rides along, once: a client of which the person was told, and of which the next rung was then withheld, after
     * the last mail, because it is resolved. That is looked up once for all that was ever withheld from the person, and not for each reminder
     * that they have had: after a year these are very many.
     */
    static final String TABLES = """
            with addressed as materialized (
                select id, person, tenants, (select max(last.frozen_at) from notice last
                                             where last.person = notice.person and last.state = 'sent') as last_mail
                from notice where id = :notice),
            due as (
                select r.tenant_id, r.programme, r.protocol, r.auth_method, r.qualifier, r.anchor, r.anchor_day, r.role, r.moved_from,
                       r.moved_named, r.topic, case r.topic when 'all-clear' then max(r.reason) end as why,
                       bool_or(r.named) as named,
                       bool_or(r.reason = 'reopened') as is_reopened,
                       r.reason = 'contradicted' as is_contradicted
                from reminder r where r.notice_id = :notice and r.state = :state and r.topic in ('deadline', 'all-clear')
                group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, r.reason = 'contradicted'),
            -- What was withheld from the person first: in one join it would begin with the resolved clients of every tenant.
            withheld as materialized (
                select w.tenant_id, w.client_id, w.programme, w.protocol, w.auth_method, w.qualifier, w.decided_at
                from addressed a
                join reminder w on w.tenant_id = any(a.tenants) and w.person = a.person and w.state = 'cancelled' and w.reason = 'resolved'
                  and w.anchor = 'cutoff'),
            ended as materialized (
                select w.* from withheld w
                join client cl on cl.tenant_id = w.tenant_id and cl.client_id = w.client_id and cl.resolved),
            resolved as (
                select distinct on (tenant_id, client_id, programme, protocol, auth_method, qualifier)
                       tenant_id, programme, protocol, auth_method, qualifier, client_id, anchor_day, named
                from (select r.tenant_id, r.client_id, r.programme, r.protocol, r.auth_method, r.qualifier, r.anchor_day, r.named, n.day,
                             a.last_mail, min(w.decided_at) as ended_at
                      from addressed a
                      join notice n on n.person = a.person and n.state = 'sent'
                      join reminder r on r.notice_id = n.id and r.state = 'sent' and r.anchor = 'cutoff' and r.topic = 'deadline'
                      join ended w on (w.tenant_id, w.client_id, w.programme, w.protocol, w.auth_method, w.qualifier)
                                    = (r.tenant_id, r.client_id, r.programme, r.protocol, r.auth_method, r.qualifier)
                        and w.decided_at > r.decided_at
                      group by r.tenant_id, r.id, n.id, a.last_mail) as told_and_ended
                where last_mail < ended_at
                order by tenant_id, client_id, programme, protocol, auth_method, qualifier, day desc),
            said as (
                select case anchor when 'cutoff' then 'stop' else 'choice' end as thing, tenant_id, programme, protocol, auth_method,
                       qualifier, anchor, anchor_day, role, moved_from, moved_named, is_reopened, is_contradicted,
                       c.state in ('off', 'off-for-good') as is_over,
                       case anchor when 'cutoff' then coalesce(c.earliest, anchor_day) else c.earliest end as earliest,
                       c.latest, c.day, c.stops_at, case anchor when 'decision' then anchor_day end as decide_by, c.announced, c.checked_on,
                       case anchor when 'decision' then c.allowed_actions end as actions
                from due join cutoff c using (tenant_id, programme, protocol, auth_method, qualifier)
                where due.topic = 'deadline'
                union all
                -- Of what is over the day that was told, and whether it was that very day, stand where else the day before stands.
                select thing, tenant_id, programme, protocol, auth_method, qualifier, anchor, anchor_day, role, cast(null as date),
                       named or anchor = 'decision', false, false, false, anchor_day, cast(null as date), cast(null as date),
                       cast(null as timestamptz), cast(null as date), cast(null as date), cast(null as date), cast(null as jsonb)
                from (select 'resolved' as thing, tenant_id, programme, protocol, auth_method, qualifier, 'cutoff' as anchor,
                             anchor_day, cast(null as text) as role, bool_or(named) as named
                      from resolved group by tenant_id, programme, protocol, auth_method, qualifier, anchor_day
                      union all
                      select case why when 'date-withdrawn' then 'undated' else 'withdrawn' end, tenant_id, programme, protocol,
                             auth_method, qualifier, anchor, anchor_day, role, named from due where topic = 'all-clear') as over),
            thing as (
                select dense_rank() over (order by coalesce(decide_by, day, earliest), thing, programme, auth_method, qualifier, is_over,
                                                   earliest, latest, day, stops_at, decide_by, announced, checked_on, role, moved_from, moved_named,
                                                   is_reopened, is_contradicted, actions) as nth, said.*
                from said),
            told as (
                select t.nth, t.thing, t.protocol, r.tenant_id, r.client_id
                from thing t
                join reminder r on (r.tenant_id, r.programme, r.protocol, r.auth_method, r.qualifier, r.role, r.anchor_day)
                                 = (t.tenant_id, t.programme, t.protocol, t.auth_method, t.qualifier, t.role, t.anchor_day)
                where t.thing = 'stop' and r.notice_id = :notice and r.state = :state and r.anchor = 'cutoff' and r.topic = 'deadline'
                  and (r.moved_from, r.moved_named) is not distinct from (t.moved_from, t.moved_named)
                  and (r.reason = 'contradicted') = t.is_contradicted
                union all
                select t.nth, t.thing, t.protocol, cl.tenant_id, cl.client_id
                from thing t
                join client cl on cl.tenant_id = t.tenant_id and not cl.resolved
                  and rtrim(concat_ws(' ', t.programme, t.protocol, t.auth_method, t.qualifier)) = any(cl.lines)
                  and not rtrim(concat_ws(' ', t.programme, t.protocol, t.auth_method, t.qualifier)) = any(cl.done)
                where t.thing = 'choice'
                union all
                select t.nth, t.thing, t.protocol, r.tenant_id, r.client_id
                from thing t
                join resolved r using (tenant_id, programme, protocol, auth_method, qualifier, anchor_day)
                where t.thing = 'resolved'
                union all
                select t.nth, t.thing, t.protocol, r.tenant_id, r.client_id
                from thing t
                join reminder r on (r.tenant_id, r.programme, r.protocol, r.auth_method, r.qualifier, r.role, r.anchor_day)
                                 = (t.tenant_id, t.programme, t.protocol, t.auth_method, t.qualifier, t.role, t.anchor_day)
                where t.thing in ('withdrawn', 'undated') and r.notice_id = :notice and r.state = :state and r.topic = 'all-clear')
            """;

    private Told() {}
}
