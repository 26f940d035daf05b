package dev.cutoff.inventory.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cutoff.commons.page.ListQuery;
import dev.cutoff.commons.page.Page;
import dev.cutoff.commons.page.Paging;
import dev.cutoff.commons.security.TenantScope;
import dev.cutoff.inventory.evidence.format.FormatName;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

@Singleton
class ImportStore {

    /** A job, and whose key it was sent with. */
    record Keyed(UUID id, ImportStatus status, String fingerprint) {}

    private record Row(
            UUID id,
            UUID tenantId,
            ImportStatus status,
            FormatName format,
            LocalDate asOf,
            boolean dryRun,
            @Nullable JsonNode difference,
            long bytes,
            long rows,
            long accepted,
            long known,
            long ignored,
            long rejected,
            JsonNode warnings,
            @Nullable String failure,
            Instant receivedAt,
            @Nullable Instant finishedAt,
            @Nullable Instant estimatedEnd,
            @Nullable Long rowsPerSecond) {}

    /** The end is guessed from the pace of the last merges and what stands before this one in its tenant's queue. */
    private static final String COLUMNS = """
            i.id, i.tenant_id, i.status, i.format, i.as_of, i.dry_run, i.difference, i.bytes, i.rows, i.accepted, i.known, i.ignored, i.rejected, i.warnings,
            i.failure, i.received_at, i.finished_at,
            case when i.status = 'running' then now() + make_interval(secs =>
                (select coalesce(sum(b.rows), 0) from import b
                 where b.tenant_id = i.tenant_id and b.status = 'running' and b.number <= i.number)
                / (select coalesce(nullif(avg(p.rows / greatest(extract(epoch from p.finished_at - p.received_at), 0.01)), 0), 50000)
                   from (select rows, finished_at, received_at from import
                         where tenant_id = i.tenant_id and status = 'succeeded' order by number desc limit 5) p)) end
                as estimated_end,
            case when i.status = 'succeeded'
                then (i.rows / greatest(extract(epoch from i.finished_at - i.received_at), 0.01))::bigint end as rows_per_second""";

    private final Jdbi jdbi;
    private final ObjectMapper json;

    ImportStore(Jdbi jdbi, ObjectMapper json) {
        this.jdbi = jdbi;
        this.json = json;
    }

    Instant realTime() {
        return jdbi.withHandle(handle ->
                handle.createQuery("select now()").mapTo(Instant.class).one());
    }

    Optional<Import> find(UUID id, TenantScope scope) {
        return find(List.of(id), scope).stream().findFirst();
    }

    List<Import> find(Collection<UUID> ids, TenantScope scope) {
        return jdbi.withHandle(handle -> {
            var query = handle.createQuery("select " + COLUMNS + " from import i where i.id = any(:ids)"
                            + (scope.all() ? "" : " and i.tenant_id = any(:scope)"))
                    .bind("ids", ids.toArray(UUID[]::new));
            return (scope.all() ? query : query.bind("scope", scope.array()))
                    .mapTo(Row.class)
                    .map(this::shown)
                    .list();
        });
    }

    Page<Import> list(TenantScope scope, @Nullable ImportStatus status, Paging paging) {
        return ListQuery.of(Row.class, COLUMNS, "import i")
                .within(scope, "i.tenant_id")
                .where("i.status = :status", "status", status)
                .sortable("receivedAt", "i.received_at", "timestamptz")
                .key("i.tenant_id", "uuid")
                .key("i.number", "bigint")
                .page(jdbi, paging)
                .map(this::shown);
    }

    Page<ImportError> errors(UUID tenant, UUID id, Paging paging) {
        return ListQuery.of(ImportError.class, "e.line, e.field as \"column\", e.reason, e.value", "import_error e")
                .where("e.tenant_id = :tenant", "tenant", tenant)
                .where("e.import_id = :import", "import", id)
                .key("e.line", "bigint")
                .key("e.n", "bigint")
                .page(jdbi, paging);
    }

    private Import shown(Row row) {
        return new Import(
                row.id(),
                row.tenantId(),
                row.status(),
                row.format(),
                row.asOf(),
                row.dryRun(),
                row.difference() == null ? null : json.convertValue(row.difference(), Difference.class),
                row.bytes(),
                row.rows(),
                row.accepted(),
                row.known(),
                row.ignored(),
                row.rejected(),
                Arrays.asList(json.convertValue(row.warnings(), ImportWarning[].class)),
                row.failure(),
                row.receivedAt(),
                row.finishedAt(),
                row.estimatedEnd(),
                row.rowsPerSecond());
    }

    /**
     * Adds the row of an import that is about to be staged. Waits for a request with the same key that is under way.
     *
     * @return false if there is an import with this key already
     */
    boolean begin(UUID tenant, UUID id, FormatName format, Wish wish, String sentBy, @Nullable String key) {
        return jdbi.withHandle(handle -> {
            if (key != null) {
                handle.createUpdate("""
                        update import set idempotency_key = null
                        where (tenant_id, sent_by, idempotency_key) = (:tenant, :sentBy, :key)
                          and received_at < now() - interval '24 hours'""")
                        .bind("tenant", tenant)
                        .bind("sentBy", sentBy)
                        .bind("key", key)
                        .execute();
            }
            return handle.createUpdate("""
                    insert into import (tenant_id, id, status, format, as_of, dry_run, sent_by, idempotency_key, fingerprint, bytes,
                                        rows, staged, ignored, rejected)
                    values (:tenant, :id, 'running', :format, :asOf, :dryRun, :sentBy, :key, '', 0, 0, 0, 0, 0)
                    on conflict do nothing""")
                            .bind("tenant", tenant)
                            .bind("id", id)
                            .bind("format", format)
                            .bind("asOf", wish.asOf())
                            .bind("dryRun", wish.isDryRun())
                            .bind("sentBy", sentBy)
                            .bind("key", key)
                            .execute()
                    == 1;
        });
    }

    Keyed keyed(UUID tenant, String sentBy, String key) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                select id, status, fingerprint from import
                where (tenant_id, sent_by, idempotency_key) = (:tenant, :sentBy, :key)""")
                .bind("tenant", tenant)
                .bind("sentBy", sentBy)
                .bind("key", key)
                .mapTo(Keyed.class)
                .one());
    }

    /** Completes the row with what the body turned out to be. */
    void staged(UUID tenant, UUID id, String fingerprint, long bytes, Intake<?> intake) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                update import set fingerprint = :fingerprint, bytes = :bytes, rows = :rows, staged = :staged, days = cast(:days as date[]),
                    ignored = :ignored, rejected = :rejected, warnings = :warnings, received_at = clock_timestamp()
                where tenant_id = :tenant and id = :id""")
                .bind("tenant", tenant)
                .bind("id", id)
                .bind("fingerprint", fingerprint)
                .bind("bytes", bytes)
                .bind("rows", intake.rows())
                .bind("staged", intake.staged())
                .bind("days", intake.days().stream().map(LocalDate::toString).toArray(String[]::new))
                .bind("ignored", intake.ignored())
                .bind("rejected", intake.rejected())
                .bindByType("warnings", json.valueToTree(intake.warnings()), JsonNode.class)
                .execute());
    }

    void fail(UUID tenant, UUID id, String failure) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                update import set status = 'failed', failure = :failure, finished_at = clock_timestamp()
                where tenant_id = :tenant and id = :id""")
                .bind("tenant", tenant)
                .bind("id", id)
                .bind("failure", failure)
                .execute());
    }

    void succeed(UUID tenant, UUID id, Counts counts, @Nullable Difference difference) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                update import set status = 'succeeded', accepted = :accepted, known = :known, rejected = rejected + :rejected,
                    difference = :difference, finished_at = clock_timestamp()
                where tenant_id = :tenant and id = :id""")
                .bind("tenant", tenant)
                .bind("id", id)
                .bind("accepted", counts.accepted())
                .bind("known", counts.known())
                .bind("rejected", counts.rejected())
                .bindByType("difference", difference == null ? null : json.valueToTree(difference), JsonNode.class)
                .execute());
    }

    /** Says that somebody wants it stopped, to whoever is merging it. */
    void ask(UUID tenant, UUID id) {
        jdbi.useHandle(handle ->
                handle.createUpdate("""
                insert into import_cancellation (tenant_id, import_id) values (:tenant, :id) on conflict do nothing""").bind("tenant", tenant).bind("id", id).execute());
    }

    /** Ends an import that is waiting. @return false if it is being merged, has been counted, or is over */
    boolean cancel(UUID tenant, UUID id) {
        return jdbi.withHandle(handle ->
                handle.createUpdate("""
                update import set status = 'cancelled', finished_at = clock_timestamp()
                where (tenant_id, id) in (select tenant_id, id from import
                                          where tenant_id = :tenant and id = :id and status = 'running' for update skip locked)
                  and not exists (select from import_part p where p.tenant_id = import.tenant_id and p.import_id = import.id)""").bind("tenant", tenant).bind("id", id).execute() == 1);
    }

    /** Keeps the errors that were found while the body was read; again if it must. */
    void keepStagedErrors(UUID tenant, UUID id) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                insert into import_error (tenant_id, import_id, n, line, field, reason, value)
                select :tenant, :import, n, line, field, reason, value from %s where reason is not null
                on conflict do nothing""".formatted(Staging.rows(id)))
                .bind("tenant", tenant)
                .bind("import", id)
                .execute());
    }
}
