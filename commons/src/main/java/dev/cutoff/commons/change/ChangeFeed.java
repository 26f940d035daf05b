package dev.cutoff.commons.change;

import dev.cutoff.commons.page.Cursor;
import dev.cutoff.commons.problem.ProblemType;
import dev.cutoff.commons.problem.Refusal;
import dev.cutoff.commons.security.Caller;
import dev.cutoff.commons.security.Callers;
import dev.cutoff.commons.security.TenantScope;
import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Reads the feed without gaps.
 *
 * <p>Writers leave the position empty. A reader first numbers what has none, in the order of entry and under an advisory lock, then
 * reads what stands behind its cursor. A change that commits late is numbered late, so it cannot be passed. Rejected: a sequence
 * taken while writing (it loses late commits), a lock while writing (18 changes a second), snapshot horizons (they stall behind
 * one slow transaction and break when a database is restored).
 */
@Singleton
public class ChangeFeed {

    /**
     * A page of events.
     *
     * @param items oldest first
     * @param next where to go on; also given when there was nothing
     */
    @Schema(description = "A page of events, oldest first")
    public record Changes(
            @NotNull @Schema(description = "Events, oldest first")
            List<CloudEvent> items,

            @NotNull @Schema(
                    description = "Send it as `after` to go on; also given when there was nothing",
                    examples = "WyJjaGFuZ2VzIiwiNDIiXQ")
            String next) {}

    private record Row(
            UUID tenantId, String kind, String id, long version, boolean deleted, Instant recordedAt, long position) {}

    /**
     * @param horizon the last position of which tombstones have been dropped
     * @param newest the last position that was given
     */
    private record Bounds(long horizon, long newest) {}

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(200);

    private final Jdbi jdbi;
    private final Callers callers;
    private final Map<String, ChangeSource> sources;
    private final String service;
    private final Duration retention;

    ChangeFeed(
            Jdbi jdbi,
            Callers callers,
            @All List<ChangeSource> sources,
            @ConfigProperty(name = "quarkus.application.name") String service,
            @ConfigProperty(name = "cutoff.changes.retention") Duration retention) {
        this.jdbi = jdbi;
        this.callers = callers;
        this.sources = sources.stream().collect(Collectors.toMap(ChangeSource::kind, Function.identity()));
        this.service = "/" + service.replace("-service", "");
        this.retention = retention;
    }

    /**
     * @param after where the last read ended; null for the oldest that is kept
     * @param limit most events to give
     * @param wait how long to wait for the first, at most 30 seconds; no connection is held meanwhile
     * @throws Refusal {@code cursor-expired} if tombstones behind the cursor are gone, or the cursor is beyond the end
     */
    public Changes read(@Nullable String after, int limit, Duration wait) {
        var position = after == null ? 0 : position(after);
        var scope = callers.scope();
        var deadline = System.nanoTime() + min(wait, LONGEST_WAIT).toNanos();
        while (true) {
            number();
            var rows = rows(scope, position, limit, after != null);
            if (!rows.isEmpty() || System.nanoTime() >= deadline) {
                return changes(rows, position);
            }
            pause();
        }
    }

    /** The cursor behind the newest change: what to start from after reading the lists. */
    public String newest() {
        number();
        return QuarkusTransaction.joiningExisting()
                .call(() -> cursor(jdbi.withHandle(ChangeFeed::bounds).newest()));
    }

    private Changes changes(List<Row> rows, long position) {
        var data = new HashMap<String, Map<String, ?>>();
        rows.stream()
                .filter(row -> !row.deleted())
                .collect(Collectors.groupingBy(Row::kind, Collectors.mapping(Row::id, Collectors.toList())))
                .forEach((kind, ids) -> data.put(
                        kind,
                        QuarkusTransaction.joiningExisting()
                                .call(() -> sources.get(kind).load(ids))));
        var events = rows.stream().map(row -> event(row, data)).toList();
        return new Changes(
                events, cursor(rows.isEmpty() ? position : rows.getLast().position()));
    }

    private CloudEvent event(Row row, Map<String, Map<String, ?>> loaded) {
        Object data = loaded.getOrDefault(row.kind(), Map.of()).get(row.id());
        return new CloudEvent(
                "1.0",
                row.kind() + "/" + row.id() + "@" + row.version(),
                service,
                "cutoff." + row.kind() + ".changed.v1",
                row.id(),
                row.recordedAt(),
                "application/json",
                row.tenantId().equals(ChangeLog.NO_TENANT) ? null : row.tenantId(),
                data == null ? new CloudEvent.Tombstone(row.id(), row.version(), true) : data);
    }

    /** Gives positions to what has none. If another reader is at it, its numbers will do. */
    private void number() {
        Callers.as(
                Caller.system("change-feed"),
                () -> QuarkusTransaction.requiringNew()
                        .call(() -> jdbi.withHandle(handle -> {
                            var isIdle = handle.createQuery(
                                            "select not exists (select from change where position is null)")
                                    .mapTo(Boolean.class)
                                    .one();
                            if (isIdle
                                    || !handle.createQuery("select pg_try_advisory_xact_lock(hashtext('change-feed'))")
                                            .mapTo(Boolean.class)
                                            .one()) {
                                return 0;
                            }
                            // A row that a writer holds is left for later: it gets its number when that writer has
                            // committed.
                            // The counter outlives the rows: a position that was given once is never given again.
                            return handle.createUpdate("""
                    with unnumbered as (
                        select tenant_id, kind, id, entry from change
                        where position is null order by entry limit 10000 for update skip locked),
                    numbered as (
                        select tenant_id, kind, id, row_number() over (order by entry) as nth from unnumbered),
                    counter as (
                        update change_counter set position = position + (select count(*) from numbered)
                        returning position - (select count(*) from numbered) as before)
                    update change c set position = counter.before + numbered.nth
                    from numbered, counter
                    where (c.tenant_id, c.kind, c.id) = (numbered.tenant_id, numbered.kind, numbered.id)""").execute();
                        })));
    }

    private List<Row> rows(TenantScope scope, long position, int limit, boolean hasCursor) {
        return QuarkusTransaction.joiningExisting()
                .call(() -> jdbi.withHandle(handle -> {
                    if (hasCursor) {
                        requireKept(position, bounds(handle));
                    }
                    var filter = scope.all() ? "" : "and tenant_id = any(:scope)";
                    var query = handle.createQuery("""
                    select tenant_id, kind, id, version, deleted, recorded_at, position from change
                    where position > :position %s order by position limit :limit""".formatted(filter));
                    if (!scope.all()) {
                        var visible = new HashSet<>(scope.tenants());
                        visible.add(ChangeLog.NO_TENANT);
                        query.bind("scope", visible.toArray(UUID[]::new));
                    }
                    return query.bind("position", position)
                            .bind("limit", limit)
                            .mapTo(Row.class)
                            .list();
                }));
    }

    private static Bounds bounds(Handle handle) {
        return handle.createQuery("""
                        select h.position as horizon, c.position as newest from change_horizon h cross join change_counter c""").mapTo(Bounds.class).one();
    }

    /** A cursor from before a backup was restored may be beyond the end: who waited there would miss all that comes until the feed reaches it. */
    private static void requireKept(long position, Bounds bounds) {
        if (position >= bounds.horizon() && position <= bounds.newest()) {
            return;
        }
        var why = position < bounds.horizon()
                ? "Deletions behind this cursor are no longer kept"
                : "This cursor is beyond the end of the feed, as it is when a backup has been restored";
        throw new Refusal(ProblemType.CURSOR_EXPIRED, why + ": read the lists anew, then follow without after")
                .with("restart", "/v1/changes");
    }

    /** Forgets tombstones past their retention, and with them the cursors that would miss them. */
    @Scheduled(every = "1h", delayed = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void forget() {
        Callers.as(
                Caller.system("change-retention"),
                () -> QuarkusTransaction.requiringNew()
                        .call(() -> jdbi.withHandle(handle -> handle.createUpdate("""
                        with gone as (
                            delete from change
                            where deleted and position is not null and recorded_at < now() - make_interval(secs => :seconds)
                            returning position)
                        update change_horizon set position = greatest(position, (select max(position) from gone))""")
                                .bind("seconds", retention.toSeconds())
                                .execute())));
    }

    private static String cursor(long position) {
        return Cursor.encode("changes", List.of(Long.toString(position)));
    }

    private static long position(String cursor) {
        var text = Cursor.decode("changes", cursor, 1).getFirst();
        if (!text.matches("\\d{1,18}")) {
            throw Cursor.refusal();
        }
        return Long.parseLong(text);
    }

    private static Duration min(Duration one, Duration other) {
        return List.of(one, other).stream().min(Comparator.naturalOrder()).orElse(one);
    }

    private static void pause() {
        try {
            Thread.sleep(LOOK_AGAIN);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
