package dev.cutoff.inventory.evidence;

import jakarta.inject.Singleton;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatement;

/**
 * Writes down which sign-ins have been counted, by the key {@code (tenant, UTC day, id)}: their ids in blocks of a day, a bucket and an import.
 * A block counts once its import has succeeded: so keys can be written in a transaction of their own, beside the one that adds up and ends the
 * import, and what a merge leaves behind that was stopped or killed is nothing. Imports of a tenant are merged in their order: nobody comes between an
 * import that is tried again and what it has left.
 *
 * <p>Rejected: a row for each key. It takes six times the room and nearly three times as long.
 */
@Singleton
class SignInKeys {

    /**
     * What came of it.
     *
     * @param fresh sign-ins that nobody had counted
     * @param hasSeen whether there are others, which then stand in the table {@code seen} of the import
     */
    record Written(long fresh, boolean hasSeen) {}

    /** What gathers ids of all blocks at once takes 42 bytes for each; from here on they are sorted, and gathered block by block. */
    private static final int MOST_AT_ONCE = 1_000_000;

    /** The bucket of a staged row, as blocks that are there have it. */
    private static final String BUCKET = "id_bucket(s.id, 10)";

    /** The staged ids of each day and bucket, each once. Many are put in order some at a time faster than all at once. */
    private static final String INCOMING = """
            incoming as materialized (
                select day, bucket, array(select distinct id from unnest(ids) as id order by id) as ids
                from (select s.day, %s as bucket, array_agg(s.id) as ids from %s s where %s group by s.day, bucket) staged)""";

    /** Blocks of other imports, of the days of this one. */
    private static final String OTHERS = """
            b.tenant_id = :tenant and b.day between cast(:first as date) and cast(:last as date) and b.import <> :number""";

    /** Block by block: a busy day has far more ids than a merge should hold. */
    private static final String FRESH = """
            array(select unnest(i.ids) except
                  select unnest(b.ids) from sign_in_block b where b.day = i.day and b.bucket = i.bucket and %s)""".formatted(OTHERS);

    private final Jdbi jdbi;

    SignInKeys(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Writes the keys of the staged rows, again if it must; the lock of the tenant keeps other imports out. */
    Written write(Job job, Countable countable) {
        return jdbi.withHandle(handle -> {
            forgetStopped(handle, job);
            var fresh = writeFresh(handle, job, countable);
            if (fresh < countable.rows()) {
                noteSeen(handle, job, countable);
            }
            return new Written(fresh, fresh < countable.rows());
        });
    }

    /** The keys of imports that never came to their end. */
    private static void forgetStopped(Handle handle, Job job) {
        var stopped = handle.createQuery("""
                select number from import
                where tenant_id = :tenant and status in ('failed', 'cancelled') and days && cast(:days as date[])""")
                .bind("tenant", job.tenantId())
                .bind("days", job.dayArray())
                .mapTo(Long.class)
                .list();
        if (stopped.isEmpty()) {
            return;
        }
        handle.createUpdate("""
                delete from sign_in_block
                where tenant_id = :tenant and day between cast(:first as date) and cast(:last as date) and import = any(:stopped)""")
                .bind("tenant", job.tenantId())
                .bind("first", job.days().getFirst())
                .bind("last", job.days().getLast())
                .bind("stopped", stopped.toArray(Long[]::new))
                .execute();
    }

    /** @return how many keys no other import had */
    private static long writeFresh(Handle handle, Job job, Countable countable) {
        var incoming = INCOMING.formatted(BUCKET, Staging.rows(job.id()), countable.condition());
        var isLarge = countable.rows() > MOST_AT_ONCE;
        if (isLarge) {
            handle.execute("set local enable_hashagg = off");
        }
        var fresh = bound(handle.createQuery("""
                with %s,
                written as (
                    insert into sign_in_block (tenant_id, day, bucket, import, ids)
                    select :tenant, day, bucket, :number, ids
                    from (select i.day, i.bucket, %s as ids from incoming i offset 0) fresh
                    where cardinality(ids) > 0
                    order by day, bucket
                    on conflict (tenant_id, day, bucket, import) do update set ids = excluded.ids
                    returning cardinality(ids) as ids)
                select coalesce(sum(ids), 0) from written""".formatted(incoming, hasOthers(handle, job) ? FRESH : "i.ids")), job)
                .mapTo(Long.class)
                .one();
        if (isLarge) {
            handle.execute("set local enable_hashagg to default");
        }
        return fresh;
    }

    private static boolean hasOthers(Handle handle, Job job) {
        return bound(handle.createQuery("select exists (select from sign_in_block b where %s)".formatted(OTHERS)), job)
                .mapTo(Boolean.class)
                .one();
    }

    /** Notes which staged rows another import has counted, and which stand in the file a second time. */
    private static void noteSeen(Handle handle, Job job, Countable countable) {
        handle.execute("delete from " + Staging.seen(job.id()));
        bound(
                        handle.createUpdate("""
                insert into %s
                with known as (
                    select b.day, k.id
                    from (select distinct s.day, %s as bucket from %s s where %s) i
                    join sign_in_block b on b.day = i.day and b.bucket = i.bucket and %s
                    cross join unnest(b.ids) as k (id))
                select n
                from (select s.n, k.id is not null as is_known, row_number() over (partition by s.day, s.id order by s.n) as which
                      from %s s left join known k on k.day = s.day and k.id = s.id
                      where %s) found
                where is_known or which > 1""".formatted(
                                        Staging.seen(job.id()),
                                        BUCKET,
                                        Staging.rows(job.id()),
                                        countable.condition(),
                                        OTHERS,
                                        Staging.rows(job.id()),
                                        countable.condition())),
                        job)
                .execute();
    }

    private static <T extends SqlStatement<T>> T bound(T statement, Job job) {
        return statement
                .bind("tenant", job.tenantId())
                .bind("first", job.days().getFirst())
                .bind("last", job.days().getLast())
                .bind("number", job.number());
    }
}
