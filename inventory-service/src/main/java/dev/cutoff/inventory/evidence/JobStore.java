package dev.cutoff.inventory.evidence;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Imports as jobs: who takes which, what is in it, and what of that is not taken. */
@Singleton
class JobStore {

    /** An item of a list that the domain would not have. */
    record RejectedItem(
            long n,
            long line,
            @Nullable String field,
            String reason,
            @Nullable String value) {}

    record StagedItem(long n, long line, String item) {}

    private static final String JOB =
            "tenant_id, id, number, format, sent_by, as_of, dry_run as is_dry_run, rows, staged, rejected, cast(days as text[]) as days, "
                    + "(extract(epoch from clock_timestamp() - received_at) * 1000)::bigint as waited_millis";

    private final Jdbi jdbi;

    JobStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** A job that can be merged now: the oldest of its tenant, and nobody is at it. */
    Optional<Job> next() {
        return jdbi.withHandle(handle ->
                handle.createQuery("""
                select %s from import i
                where status = 'running' and next_attempt_at <= now()
                  and not exists (select from import b
                                  where b.tenant_id = i.tenant_id and b.status = 'running' and b.number < i.number)
                order by number limit 1 for update skip locked""".formatted(JOB)).mapTo(Job.class).findOne());
    }

    /** Takes the job for this transaction, unless somebody has. Not its key, so that a cancellation can refer to it meanwhile. */
    boolean claim(Job job) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                select id from import where tenant_id = :tenant and id = :id and status = 'running'
                for no key update skip locked""")
                .bind("tenant", job.tenantId())
                .bind("id", job.id())
                .mapTo(UUID.class)
                .findOne()
                .isPresent());
    }

    boolean hasWaiting() {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select exists (select from import where status = 'running' and next_attempt_at <= now())")
                .mapTo(Boolean.class)
                .one());
    }

    /** Puts a job off that could not be merged. @return how often it has been tried */
    int postpone(Job job) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                update import set attempts = attempts + 1, next_attempt_at = now() + make_interval(secs => power(2, least(attempts, 8)))
                where tenant_id = :tenant and id = :id and status = 'running' returning attempts""")
                .bind("tenant", job.tenantId())
                .bind("id", job.id())
                .mapTo(Integer.class)
                .findOne()
                .orElse(0));
    }

    boolean isUnwanted(Job job) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                select exists (select from import_cancellation where tenant_id = :tenant and import_id = :id)""")
                .bind("tenant", job.tenantId())
                .bind("id", job.id())
                .mapTo(Boolean.class)
                .one());
    }

    void addErrors(Job job, Collection<RejectedItem> errors) {
        jdbi.useHandle(handle -> {
            var batch = handle.prepareBatch("""
                    insert into import_error (tenant_id, import_id, n, line, field, reason, value)
                    values (:tenant, :import, :n, :line, :field, :reason, :value)""");
            errors.forEach(error -> batch.bind("tenant", job.tenantId())
                    .bind("import", job.id())
                    .bind("n", error.n())
                    .bind("line", error.line())
                    .bind("field", error.field())
                    .bind("reason", error.reason())
                    .bind("value", error.value())
                    .add());
            if (!errors.isEmpty()) {
                batch.execute();
            }
        });
    }

    /** What the merge itself has rejected, before what was rejected in reading is added; as much as a person looks at. */
    List<RejectedItem> rejectedInMerge(Job job) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                select n, line, field, reason, value from import_error
                where tenant_id = :tenant and import_id = :import order by n limit 10000""")
                .bind("tenant", job.tenantId())
                .bind("import", job.id())
                .mapTo(RejectedItem.class)
                .list());
    }

    List<StagedItem> items(Job job, long after, int most) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                select n, line, item from %s where n > :after and item is not null order by n limit :most""".formatted(Staging.rows(job.id())))
                .bind("after", after)
                .bind("most", most)
                .mapTo(StagedItem.class)
                .list());
    }
}
