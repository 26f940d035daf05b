package dev.cutoff.notification.digest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cutoff.notification.affected.Finding;
import dev.cutoff.notification.reminder.Role;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/**
 * Counts and lists what a notice tells. It reads across reminders, cutoffs and clients, as a mail does, and counts in the database: the
 * contact of a tenant may be told of a hundred thousand clients, and the mail about them takes no more memory than another.
 */
@Singleton
class ToldStore {

    /** A thing, without its clients. */
    record Thing(
            long nth,
            String thing,
            String programme,
            List<String> protocols,
            String authMethod,
            String qualifier,
            boolean isOver,
            LocalDate earliest,
            @Nullable LocalDate latest,
            @Nullable LocalDate day,
            @Nullable Instant stopsAt,
            @Nullable LocalDate decideBy,
            @Nullable LocalDate announced,
            @Nullable LocalDate checkedOn,
            @Nullable Role role,
            @Nullable LocalDate movedFrom,
            @Nullable Boolean movedNamed,
            boolean isReopened,
            boolean isContradicted,
            @Nullable JsonNode actions,
            List<UUID> tenants) {

        /** Whether somebody else was told of it first: see {@link #heard}. */
        boolean isPassedOn() {
            return thing.equals("stop") && (role == Role.DEPUTY || role == Role.MANAGER || role == Role.TENANT_CONTACT);
        }
    }

    /**
     * How many of a thing's clients are some tenant's, of some kind, or some owner's.
     *
     * @param by {@code all}, {@code tenant}, {@code kind} or {@code owner}
     * @param value which of them; null for all, and for those without an owner
     * @param protocols that a kind of client uses; else empty
     * @param groups how many of the kind of share there are
     */
    record Part(long nth, String by, @Nullable String value, int clients, List<String> protocols, int groups) {}

    /** A client of a thing. */
    record Row(
            long nth,
            UUID tenantId,
            UUID clientId,
            String kind,
            @Nullable String product,
            @Nullable String name,
            @Nullable String account,
            boolean shared,
            @Nullable String owner,
            List<String> protocols) {}

    /** The days of one line. */
    record Day(
            UUID tenantId,
            String programme,
            String protocol,
            String authMethod,
            String qualifier,
            boolean isDecision,
            LocalDate starts,
            @Nullable LocalDate ends,
            boolean isCertain,
            int sequence,
            @Nullable LocalDate announced,
            @Nullable LocalDate checkedOn) {}

    /**
     * Somebody who was told before.
     *
     * @param day of the first mail
     * @param people how many were told of the same thing
     */
    record Heard(long nth, String person, LocalDate day, int people) {}

    /** Something that evidence of a protocol does not show. */
    record Missing(
            UUID tenantId,
            String protocol,
            Finding.Kind kind,
            @Nullable String source,
            @Nullable LocalDate since,
            @Nullable Integer gap) {}

    /** Somebody who asks for help. */
    record Call(
            UUID tenantId,
            UUID clientId,
            String person,
            @Nullable String text,
            String kind,
            @Nullable String product,
            @Nullable String name,
            @Nullable String account) {}

    private static final String OWNER = "coalesce(nullif(cl.owner_name, ''), cl.owner_email)";

    private final Jdbi jdbi;

    ToldStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** The most urgent first. */
    List<Thing> things(Addressed notice, int most) {
        return jdbi.withHandle(handle -> bind(handle.createQuery(Told.TABLES + """
                        select nth, thing, programme, array_agg(distinct protocol order by protocol) as protocols, auth_method, qualifier,
                               is_over, earliest, latest, day, stops_at, decide_by, announced, checked_on, role, moved_from, moved_named,
                               is_reopened, is_contradicted, actions, array_agg(distinct tenant_id) as tenants
                        from thing
                        group by nth, thing, programme, auth_method, qualifier, is_over, earliest, latest, day, stops_at, decide_by, announced,
                                 checked_on, role, moved_from, moved_named, is_reopened, is_contradicted, actions
                        order by nth limit :most"""), notice)
                .bind("most", most)
                .mapTo(Thing.class)
                .list());
    }

    /** Of each thing all of its clients, and those of each tenant, kind of client and owner; the largest first. */
    List<Part> parts(Addressed notice, int most) {
        return jdbi.withHandle(handle -> bind(handle.createQuery(Told.TABLES + """
                        , client_of_thing as (
                            select nth, tenant_id, cl.kind, case thing when 'choice' then %s end as owner, thing = 'choice' as is_choice
                            from (select distinct nth, thing, tenant_id, client_id from told) once
                            join client cl using (tenant_id, client_id)),
                        counted as (
                            select nth, tenant_id::text, kind, owner, is_choice, count(*) as clients,
                                   case grouping(tenant_id, kind, is_choice) when 3 then 'tenant' when 5 then 'kind' when 6 then 'owner'
                                                                             else 'all' end as by
                            from client_of_thing
                            group by grouping sets ((nth), (nth, tenant_id), (nth, kind), (nth, owner, is_choice))),
                        ranked as (
                            select nth, by, coalesce(tenant_id, kind, owner) as value, clients,
                                   count(coalesce(tenant_id, kind, owner)) over (partition by nth, by) as groups,
                                   row_number() over (partition by nth, by
                                                      order by clients desc, coalesce(tenant_id, kind, owner)) as rank
                            from counted where by <> 'owner' or is_choice),
                        protocol_of_kind as (
                            select nth, cl.kind, told.protocol from told join client cl using (tenant_id, client_id)
                            group by nth, cl.kind, told.protocol)
                        select nth, by, value, clients, groups,
                               array(select p.protocol from protocol_of_kind p
                                     where by = 'kind' and p.nth = ranked.nth and p.kind = value order by p.protocol) as protocols
                        from ranked where rank <= :most or value is null
                        order by nth, by, rank""".formatted(OWNER)), notice)
                .bind("most", most)
                .mapTo(Part.class)
                .list());
    }

    /** The first clients, those of the most urgent things first. */
    List<Row> rows(Addressed notice, int most) {
        return jdbi.withHandle(handle -> bind(handle.createQuery(Told.TABLES + """
                        , listed as (
                            select nth, tenant_id, client_id, cl.kind, cl.product, cl.name, cl.account, cl.shared, %s as owner,
                                   coalesce(nullif(cl.name, ''), nullif(cl.product, ''), cl.account) as label
                            from (select distinct nth, tenant_id, client_id from told) once
                            join client cl using (tenant_id, client_id)
                            order by nth, label, client_id limit :most)
                        select listed.*, protocols
                        from listed join (
                            select nth, tenant_id, client_id, array_agg(distinct told.protocol order by told.protocol) as protocols
                            from told join listed using (nth, tenant_id, client_id)
                            group by nth, tenant_id, client_id) used using (nth, tenant_id, client_id)
                        order by nth, label, client_id""".formatted(OWNER)), notice)
                .bind("most", most)
                .mapTo(Row.class)
                .list());
    }

    /** Who was told of a thing before it was the person's turn, the first of them; nobody else's things are looked at. */
    List<Heard> heard(Addressed notice, int most) {
        return jdbi.withHandle(handle -> bind(handle.createQuery(Told.TABLES + """
                        , theirs as (
                            select distinct nth, tenant_id, told.client_id, programme, protocol, auth_method, qualifier
                            from thing join told using (nth, tenant_id, protocol)
                            where thing.thing = 'stop' and thing.role in ('deputy', 'manager', 'tenant-contact')),
                        heard as (
                            select nth, r.person, min(n.day) as day
                            -- The line is compared in a way that no index serves: that of the client finds few, that of the line very many.
                            from theirs join reminder r using (tenant_id, client_id)
                            join notice n on n.id = r.notice_id
                            where (r.programme, r.protocol, r.auth_method, r.qualifier)
                                    is not distinct from (theirs.programme, theirs.protocol, theirs.auth_method, theirs.qualifier)
                              and r.state = 'sent' and r.topic = 'deadline' and r.anchor = 'cutoff'
                              and r.person <> (select person from addressed)
                            group by nth, r.person)
                        select nth, person, day, people from (
                            select heard.*, count(*) over (partition by nth)::integer as people,
                                   row_number() over (partition by nth order by day, person) as rank
                            from heard) as ranked
                        where rank <= :most order by nth, rank"""), notice)
                .bind("most", most)
                .mapTo(Heard.class)
                .list());
    }

    /** What evidence does not show. */
    List<Missing> missing(Addressed notice) {
        return jdbi.withHandle(handle ->
                bind(handle.createQuery("""
                        select r.tenant_id, f.protocol, f.kind, nullif(f.source, '') as source, f.since, f.gap
                        from reminder r
                        join finding f on f.tenant_id = r.tenant_id and f.protocol = r.protocol
                                      and rtrim(f.kind || ' ' || f.source) = r.qualifier
                        where r.notice_id = :notice and r.state = :state and r.topic = 'finding'
                        order by r.tenant_id, f.kind, f.source, f.since, f.protocol"""), notice).mapTo(Missing.class).list());
    }

    /** Who asks for help, the first to ask in front. */
    List<Call> calls(Addressed notice, int most) {
        return jdbi.withHandle(handle -> bind(handle.createQuery("""
                        select r.tenant_id, r.client_id, a.person, a.text, cl.kind, cl.product, cl.name, cl.account
                        from reminder r
                        join answer a on a.tenant_id = r.tenant_id and a.client_id = r.client_id and a.id::text = r.qualifier
                                     and a.kind = 'need-help'
                        join client cl on cl.tenant_id = r.tenant_id and cl.client_id = r.client_id
                        where r.notice_id = :notice and r.state = :state and r.topic = 'help'
                        order by a.answered_at, a.id limit :most"""), notice)
                .bind("most", most)
                .mapTo(Call.class)
                .list());
    }

    /** The days of each line, the nearest first, and how often the person was told another before. */
    List<Day> days(Addressed notice, int most) {
        return jdbi.withHandle(handle -> bind(handle.createQuery(Told.TABLES + """
                        , line as (
                            select distinct tenant_id, programme, protocol, auth_method, qualifier, thing = 'choice' as is_decision,
                                   coalesce(decide_by, day, earliest) as starts, coalesce(decide_by, day, latest) as ends,
                                   coalesce(decide_by, day) is not null as is_certain, announced, checked_on
                            from thing where thing in ('stop', 'choice')),
                        mailed as (
                            select distinct r.tenant_id, r.programme, r.protocol, r.auth_method, r.qualifier, r.anchor = 'decision' as is_decision,
                                   n.day as mail, r.anchor_day || ' ' || r.named as told
                            from addressed a
                            join notice n on n.person = a.person
                            join reminder r on r.notice_id = n.id and r.topic = 'deadline' and (r.state = 'sent' or n.id = a.id and r.state = :state)),
                        moved as (
                            select tenant_id, programme, protocol, auth_method, qualifier, is_decision,
                                   told <> lag(told) over (partition by tenant_id, programme, protocol, auth_method, qualifier, is_decision
                                                           order by mail) as has_moved
                            from mailed)
                        select line.*, (select count(*) from moved where has_moved
                                          and (moved.tenant_id, moved.programme, moved.protocol, moved.auth_method, moved.qualifier,
                                               moved.is_decision)
                                            = (line.tenant_id, line.programme, line.protocol, line.auth_method, line.qualifier,
                                               line.is_decision))
                                       as sequence
                        from line order by starts, tenant_id, programme, protocol, auth_method, qualifier limit :most"""), notice)
                .bind("most", most)
                .mapTo(Day.class)
                .list());
    }

    private static Query bind(Query query, Addressed notice) {
        return query.bind("notice", notice.notice()).bind("state", notice.state());
    }
}
