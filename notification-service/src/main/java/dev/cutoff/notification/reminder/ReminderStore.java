package dev.cutoff.notification.reminder;

import dev.cutoff.commons.database.RecordMapper;
import dev.cutoff.commons.json.WireName;
import dev.cutoff.notification.ladder.Decision;
import dev.cutoff.notification.line.Line;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

@Singleton
class ReminderStore {

    private record Row(
            UUID clientId,
            String person,
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
            var moved = decided.decision() instanceof Decision.Send send ? send.movedFrom() : null;
            return new Row(
                    decided.family().clientId(),
                    decided.family().person(),
                    WireName.of(decided.family().anchor()),
                    decided.deadline().day(),
                    decided.decision().rung(),
                    decided.deadline().named(),
                    decided.lastUse(),
                    WireName.of(decided.role()),
                    WireName.of(decided.decision().reason()),
                    WireName.of(stateOf(decided.decision())),
                    moved == null ? null : moved.day(),
                    moved == null ? null : moved.named(),
                    decided.locale(),
                    decided.zone().getId());
        }

        private static Status stateOf(Decision decision) {
            return switch (decision) {
                case Decision.Send ignored -> Status.PLANNED;
                case Decision.Withhold ignored -> Status.CANCELLED;
                case Decision.Expire ignored -> Status.EXPIRED;
            };
        }
    }

    private static final int BATCH = 5000;
    static final String COLUMNS = "r.tenant_id, r.id, r.client_id, r.person, r.programme, r.protocol, r.auth_method,"
            + " nullif(r.qualifier, '') as qualifier, r.anchor, r.anchor_day, r.rung, r.named, r.role, r.reason, r.state, r.moved_from, r.moved_named, r.notice_id,"
            + " n.day as told";
    static final String FROM = " from reminder r left join notice n on n.id = r.notice_id ";

    private final Jdbi jdbi;

    ReminderStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    List<UUID> known(Collection<UUID> tenants) {
        return tenantsWith(tenants, "true");
    }

    List<UUID> live(Collection<UUID> tenants) {
        return tenantsWith(tenants, "r.state = 'planned'");
    }

    List<UUID> live() {
        return jdbi.withHandle(
                handle -> handle.createQuery("select distinct tenant_id from reminder where state = 'planned'")
                        .mapTo(UUID.class)
                        .list());
    }

    private List<UUID> tenantsWith(Collection<UUID> tenants, String condition) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select tenant from unnest(:tenants) as tenant
                        where exists (select from reminder r where r.tenant_id = tenant and %s)""".formatted(condition))
                .bind("tenants", tenants.toArray(UUID[]::new))
                .mapTo(UUID.class)
                .list());
    }

    List<Reminder> ofLine(UUID tenant, Line line) {
        return jdbi.withHandle(handle -> handle.createQuery("select " + COLUMNS + FROM + """
                        where (r.tenant_id, r.programme, r.protocol, r.auth_method, r.qualifier)
                            = (:tenant, :programme, :protocol, :authMethod, :qualifier)""")
                .bind("tenant", tenant)
                .bind("programme", line.programme())
                .bind("protocol", line.protocol())
                .bind("authMethod", line.authMethod())
                .bind("qualifier", qualifier(line))
                .mapTo(Reminder.class)
                .list());
    }

    /** Those of lines that the tenant has no more. */
    List<Reminder> liveOutside(UUID tenant, Collection<Line> lines) {
        return jdbi.withHandle(handle -> handle.createQuery("select " + COLUMNS + FROM + """
                        where r.tenant_id = :tenant and r.state = 'planned'
                          and rtrim(concat_ws(' ', r.programme, r.protocol, r.auth_method, r.qualifier)) <> all(:lines)""")
                .bind("tenant", tenant)
                .bind("lines", lines.stream().map(Line::key).toArray(String[]::new))
                .mapTo(Reminder.class)
                .list());
    }

    /**
     * Adds what is not there. A rung that was not sent may be decided on anew, and one that is planned follows the facts; one that is on
     * its way, or has been told, stays as it is.
     */
    void decide(UUID tenant, Line line, List<Decided> decided, Instant now) {
        jdbi.useHandle(handle -> {
            for (var from = 0; from < decided.size(); from += BATCH) {
                var batch = handle.prepareBatch("""
                        insert into reminder (tenant_id, client_id, person, programme, protocol, auth_method, qualifier,
                                              anchor, anchor_day, rung, named, last_use, role, reason, state, moved_from, moved_named,
                                              locale, zone, decided_at)
                        values (:tenant, :clientId, :person, :programme, :protocol, :authMethod, :qualifier, :anchor,
                                :anchorDay, :rung, :named, :lastUse, :role, :reason, :state, :movedFrom, :movedNamed, :locale, :zone, :now)
                        on conflict on constraint reminder_key do update
                        set (named, last_use, role, reason, state, moved_from, moved_named, locale, zone)
                          = (excluded.named, excluded.last_use, excluded.role, excluded.reason, excluded.state,
                             excluded.moved_from, excluded.moved_named, excluded.locale, excluded.zone),
                            decided_at = case when reminder.state = 'planned' then reminder.decided_at else excluded.decided_at end,
                            notice_id = case when reminder.state = 'planned' then reminder.notice_id end
                        where excluded.state = 'planned'
                          and (reminder.state in ('superseded', 'cancelled')
                            or reminder.state = 'planned'
                               and (reminder.named, reminder.last_use, reminder.role, reminder.reason, reminder.moved_from,
                                    reminder.moved_named, reminder.locale, reminder.zone)
                                 is distinct from
                                   (excluded.named, excluded.last_use, excluded.role, excluded.reason, excluded.moved_from,
                                    excluded.moved_named, excluded.locale, excluded.zone))""");
                decided.stream()
                        .skip(from)
                        .limit(BATCH)
                        .map(Row::of)
                        .forEach(row -> RecordMapper.bind(batch, row)
                                .bind("tenant", tenant)
                                .bind("programme", line.programme())
                                .bind("protocol", line.protocol())
                                .bind("authMethod", line.authMethod())
                                .bind("qualifier", qualifier(line))
                                .bind("now", now)
                                .add());
                batch.execute();
            }
        });
    }

    private static String qualifier(Line line) {
        return Objects.requireNonNullElse(line.qualifier(), "");
    }

    void end(UUID tenant, Collection<Ended> ended) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                update reminder r set state = e.state, reason = e.reason
                from unnest(:ids, :states, :reasons) as e (id, state, reason)
                where r.tenant_id = :tenant and r.id = e.id and r.state = 'planned'""")
                .bind("tenant", tenant)
                .bind("ids", ended.stream().map(Ended::id).toArray(Long[]::new))
                .bind(
                        "states",
                        ended.stream().map(end -> WireName.of(end.state())).toArray(String[]::new))
                .bind(
                        "reasons",
                        ended.stream().map(end -> WireName.of(end.reason())).toArray(String[]::new))
                .execute());
    }

    private static final String USELESS =
            "state = 'planned' and last_use < (cast(:now as timestamptz) at time zone zone)::date";

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
