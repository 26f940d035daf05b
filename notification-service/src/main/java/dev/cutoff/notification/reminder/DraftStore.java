package dev.cutoff.notification.reminder;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cutoff.commons.json.WireName;
import dev.cutoff.notification.ladder.Decision;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * A plan while it is being made: drafted in tables of the transaction, some clients at a time, and put into the ledger at once. So a plan of
 * any size takes the same memory, and whom it touches is known before the ledger is touched.
 */
@Singleton
class DraftStore {

    private record Row(
            UUID clientId,
            String person,
            String programme,
            String protocol,
            String authMethod,
            String qualifier,
            String topic,
            String anchor,
            LocalDate anchorDay,
            int rung,
            boolean named,
            @Nullable LocalDate lastUse,
            String role,
            String reason,
            String state,
            @Nullable LocalDate movedFrom,
            @Nullable Boolean movedNamed,
            String locale,
            String zone) {

        static Row of(Decided decided) {
            var line = decided.family().line();
            var moved = decided.decision() instanceof Decision.Send send ? send.movedFrom() : null;
            return new Row(
                    decided.family().clientId(),
                    decided.family().person(),
                    line.programme(),
                    line.protocol(),
                    line.authMethod(),
                    Objects.requireNonNullElse(line.qualifier(), ""),
                    WireName.of(decided.topic()),
                    WireName.of(decided.family().anchor()),
                    decided.day(),
                    decided.decision().rung(),
                    decided.named(),
                    decided.lastUse(),
                    WireName.of(decided.role()),
                    WireName.of(decided.decision().reason()),
                    WireName.of(decided.state()),
                    moved == null ? null : moved.day(),
                    moved == null ? null : moved.named(),
                    decided.locale(),
                    decided.zone().getId());
        }
    }

    private record EndRow(long id, String state, String reason) {

        static EndRow of(Ended ended) {
            return new EndRow(ended.id(), WireName.of(ended.state()), WireName.of(ended.reason()));
        }
    }

    private static final String KEY =
            "tenant_id, client_id, person, programme, protocol, auth_method, qualifier, topic, anchor,"
                    + " anchor_day, rung";

    /** What follows the facts while a reminder is planned. */
    private static final List<String> FACTS =
            List.of("named", "last_use", "role", "reason", "moved_from", "moved_named", "locale", "zone");

    private final Jdbi jdbi;
    private final ObjectMapper json;

    DraftStore(Jdbi jdbi, ObjectMapper json) {
        this.jdbi = jdbi;
        this.json = json;
    }

    void begin() {
        jdbi.useHandle(handle -> {
            handle.execute("""
                    create temporary table if not exists drafted (
                        tenant_id uuid, client_id uuid, person text, programme text, protocol text, auth_method text, qualifier text,
                        topic text, anchor text, anchor_day date, rung integer, named boolean, last_use date, role text, reason text,
                        state text, moved_from date, moved_named boolean, locale text, zone text) on commit delete rows""");
            handle.execute(
                    "create temporary table if not exists drafted_end (tenant_id uuid, id bigint, state text, reason text)"
                            + " on commit delete rows");
        });
    }

    void add(UUID tenant, List<Decided> decided) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                insert into drafted
                select cast(:tenant as uuid), d.* from jsonb_to_recordset(:rows) as d (
                    "clientId" uuid, person text, programme text, protocol text, "authMethod" text, qualifier text, topic text,
                    anchor text, "anchorDay" date, rung integer, named boolean, "lastUse" date, role text, reason text, state text,
                    "movedFrom" date, "movedNamed" boolean, locale text, zone text)""")
                .bind("tenant", tenant)
                .bind(
                        "rows",
                        json.<JsonNode>valueToTree(decided.stream().map(Row::of).toList()))
                .execute());
    }

    void end(UUID tenant, List<Ended> ended) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                insert into drafted_end
                select cast(:tenant as uuid), e.* from jsonb_to_recordset(:rows) as e (id bigint, state text, reason text)""")
                .bind("tenant", tenant)
                .bind(
                        "rows",
                        json.<JsonNode>valueToTree(
                                ended.stream().map(EndRow::of).toList()))
                .execute());
    }

    /** Of clients that the tenant has no more, whichever facts say which it has: those that the plan is made from. */
    void endOfGone(UUID tenant) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                insert into drafted_end
                select r.tenant_id, r.id, 'cancelled', 'not-used' from reminder r
                where r.tenant_id = :tenant and r.state = 'planned' and r.client_id <> :noClient
                  and r.client_id not in (select client_id from client where tenant_id = :tenant)""")
                .bind("tenant", tenant)
                .bind("noClient", Family.NO_CLIENT)
                .execute());
    }

    /** Leaves only what is not in the ledger as it is drafted: most of a plan that is repeated is. */
    void dropUnchanged() {
        jdbi.useHandle(handle -> {
            handle.execute("analyze drafted, drafted_end");
            handle.execute("""
                    delete from drafted using reminder where (%s) = (%s) and not %s""".formatted(of("drafted", KEY), of("reminder", KEY), changes("drafted")));
        });
    }

    /**
     * Has the notices of all whom the draft touches put together anew. Whoever gathers holds the person first and the reminders after, and
     * so must we, or the two would wait for each other: so a request that is there already is taken hold of too.
     */
    void askToGather() {
        jdbi.useHandle(handle -> handle.execute("""
                insert into gather_request (person)
                select person from drafted where state = 'planned'
                union
                select reminder.person from drafted_end join reminder using (tenant_id, id) where reminder.state = 'planned'
                order by person
                on conflict (person) do update set person = excluded.person"""));
    }

    /** @return of how many people something is past its use that they were not told */
    long missed() {
        return jdbi.withHandle(
                handle -> handle.createQuery("select count(distinct person) from drafted where state = 'expired'")
                        .mapTo(Long.class)
                        .one());
    }

    /**
     * Puts the draft into the ledger. A rung that was not sent may be decided on anew, and one that is planned follows the facts; one that
     * is on its way, or has been told, stays as it is.
     */
    void settle(Instant now) {
        var facts = String.join(", ", FACTS);
        jdbi.useHandle(handle -> {
            handle.createUpdate("""
                            insert into reminder (%1$s, %2$s, state, decided_at)
                            select %1$s, %2$s, state, :now from drafted order by %1$s
                            on conflict on constraint reminder_key do update
                            set (%2$s, state) = (%3$s, excluded.state),
                                decided_at = case when reminder.state = 'planned' then reminder.decided_at else excluded.decided_at end,
                                notice_id = case when reminder.state = 'planned' then reminder.notice_id end
                            where %4$s""".formatted(KEY, facts, of("excluded", facts), changes("excluded")))
                    .bind("now", now)
                    .execute();
            handle.execute("""
                    insert into told_line
                    select tenant_id, programme, protocol, auth_method, qualifier, max(coalesce(last_use, 'infinity')) from drafted
                    where state = 'planned' and topic = 'deadline' group by 1, 2, 3, 4, 5 order by 1, 2, 3, 4, 5
                    on conflict (tenant_id, programme, protocol, auth_method, qualifier) do update
                    set last_use = greatest(told_line.last_use, excluded.last_use) where excluded.last_use > told_line.last_use""");
            handle.execute("""
                    update reminder set state = drafted_end.state, reason = drafted_end.reason
                    from drafted_end
                    where reminder.tenant_id = drafted_end.tenant_id and reminder.id = drafted_end.id and reminder.state = 'planned'""");
        });
    }

    private static String changes(String drafted) {
        var facts = String.join(", ", FACTS);
        return """
                (%1$s.state = 'planned'
                 and (reminder.state in ('superseded', 'cancelled') and reminder.reason <> 'withdrawn'
                   or reminder.state = 'planned' and (%2$s) is distinct from (%3$s)))""".formatted(drafted, of("reminder", facts), of(drafted, facts));
    }

    private static String of(String table, String columns) {
        return table + "." + columns.replace(", ", ", " + table + ".");
    }
}
