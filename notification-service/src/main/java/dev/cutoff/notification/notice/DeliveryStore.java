package dev.cutoff.notification.notice;

import dev.cutoff.commons.json.WireName;
import dev.cutoff.commons.page.ListQuery;
import dev.cutoff.commons.page.Page;
import dev.cutoff.commons.page.Paging;
import dev.cutoff.commons.security.TenantScope;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

@Singleton
class DeliveryStore {

    /** How an attempt at a notice ended. */
    record Ended(UUID notice, int attempt, Result result) {

        static Ended of(Ending ending) {
            return new Ended(ending.claim().id(), ending.claim().attempts(), ending.result());
        }
    }

    /** What a list is narrowed to; null where it is not. */
    record Filter(
            @Nullable UUID notice,
            @Nullable String recipient,
            @Nullable UUID tenant,
            @Nullable UUID client,
            @Nullable String programme,
            @Nullable Outcome outcome,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {}

    private static final String COLUMNS = "d.id, d.notice_id, d.attempt, n.person as recipient, n.day, n.message_id,"
            + " d.transport, d.started_at, d.ended_at, d.phase, d.outcome, d.smtp_code, d.reply";
    private static final String FROM = "delivery d join notice n on n.id = d.notice_id";

    private final Jdbi jdbi;

    DeliveryStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    void begin(List<Claim> claims, String transport) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                insert into delivery (notice_id, attempt, phase, transport)
                select notice, attempt, 'claimed', :transport from unnest(:notices, :attempts) as begun (notice, attempt)""")
                .bind("notices", claims.stream().map(Claim::id).toArray(UUID[]::new))
                .bind("attempts", claims.stream().map(Claim::attempts).toArray(Integer[]::new))
                .bind("transport", transport)
                .execute());
    }

    /** Once only; but who was given up for lost and was heard after all is believed. */
    void end(Collection<Ended> attempts) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                update delivery d
                set ended_at = now(), phase = e.phase, smtp_code = e.code, reply = e.reply, outcome = e.outcome
                from unnest(:notices, :attempts, :phases, :codes, :replies, :outcomes)
                     as e (notice, attempt, phase, code, reply, outcome)
                where d.notice_id = e.notice and d.attempt = e.attempt
                  and (d.outcome is null or d.outcome = 'unanswered' and e.outcome = 'accepted')""")
                .bind("notices", attempts.stream().map(Ended::notice).toArray(UUID[]::new))
                .bind("attempts", attempts.stream().map(Ended::attempt).toArray(Integer[]::new))
                .bind(
                        "phases",
                        texts(attempts, ended -> WireName.of(ended.result().phase())))
                .bind(
                        "codes",
                        attempts.stream().map(ended -> ended.result().code()).toArray(Integer[]::new))
                .bind("replies", texts(attempts, ended -> ended.result().reply()))
                .bind(
                        "outcomes",
                        texts(attempts, ended -> WireName.of(ended.result().outcome())))
                .execute());
    }

    private static String[] texts(Collection<Ended> attempts, Function<Ended, @Nullable String> text) {
        return attempts.stream().map(text).toArray(String[]::new);
    }

    /** The latest of each notice, the latest first. */
    List<Delivery> latest(Collection<UUID> notices, int most) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select * from (
                            select %s, row_number() over (partition by d.notice_id order by d.id desc) as nth from %s
                            where d.notice_id = any(:notices)) as numbered
                        where nth <= :most order by id desc""".formatted(COLUMNS, FROM))
                .bind("notices", notices.toArray(UUID[]::new))
                .bind("most", most)
                .mapTo(Delivery.class)
                .list());
    }

    Page<Delivery> list(TenantScope scope, Filter filter, Paging paging) {
        return ListQuery.of(Delivery.class, COLUMNS, FROM)
                .overlapping(scope, "n.tenants")
                .where("d.notice_id = :notice", "notice", filter.notice())
                .where("n.person = :recipient", "recipient", filter.recipient())
                .where("n.tenants @> array[cast(:tenant as uuid)]", "tenant", filter.tenant())
                .where(tells("client_id = :client", scope), "client", filter.client())
                .where(tells("programme = :programme", scope), "programme", filter.programme())
                .where("d.outcome = :outcome", "outcome", filter.outcome())
                .where("n.day >= :from", "from", filter.from())
                .where("n.day <= :to", "to", filter.to())
                .sortable("startedAt", "d.started_at", "timestamptz")
                .sortable("day", "n.day", "date")
                .key("d.id", "bigint")
                .page(jdbi, paging);
    }

    /** What the notice tells, as far as the caller may see it. */
    private static String tells(String condition, TenantScope scope) {
        var filter = scope.all() ? "" : " and r.tenant_id = any(:scope)";
        return "exists (select from reminder r where r.notice_id = n.id and r." + condition + filter + ")";
    }
}
