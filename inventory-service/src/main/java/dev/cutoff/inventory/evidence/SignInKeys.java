package dev.cutoff.inventory.evidence;

import jakarta.inject.Singleton;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Update;

/**
 * Writes down which sign-ins have been counted, by the key {@code (tenant, UTC day, id)}. A key names its import, and counts once that has
 * succeeded: so keys can be written in a transaction of their own, beside the one that adds up and ends the import, and what a merge leaves
 * behind that was stopped or killed is nothing.
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

    /** The day and the beginning of the id in one number, which is in the order of the key and sorted in a third of the time. */
    private static final String PLACE =
            "(s.day - date '2000-01-01')::bigint << 48 | substring(uuid_send(s.id) from 1 for 6)::bigint";

    private final Jdbi jdbi;

    SignInKeys(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Writes the keys of the staged rows, again if it must; the lock of the tenant keeps other imports out. */
    Written write(Job job, Countable countable) {
        return jdbi.withHandle(handle -> {
            forgetStopped(handle, job);
            // An anti-join and a plain insert in the order of the key: "on conflict" takes twice as long.
            var written = bound(handle, job, """
                    insert into sign_in (tenant_id, day, id, import)
                    select :tenant, day, id, :number
                    from (select distinct on (place, day, id) day, id
                          from (select s.day, s.id, %s as place
                                from %s s
                                where %s
                                  and not exists (
                                    select from sign_in k
                                    where k.tenant_id = :tenant and k.day between cast(:first as date) and cast(:last as date)
                                      and k.day = s.day and k.id = s.id)) unknown
                          order by place, day, id) fresh""".formatted(PLACE, Staging.rows(job.id()), countable.condition()))
                    .execute();
            if (written == countable.rows()) {
                return new Written(written, false);
            }
            var seen = noteSeen(handle, job, countable);
            return new Written(countable.rows() - seen, seen > 0);
        });
    }

    /** The keys of imports that never came to their end; but for those of this one, which it would write anyway. */
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
        bound(handle, job, """
                delete from sign_in
                where tenant_id = :tenant and day between cast(:first as date) and cast(:last as date) and import = any(:stopped)""").bind("stopped", stopped.toArray(Long[]::new)).execute();
    }

    private static long noteSeen(Handle handle, Job job, Countable countable) {
        handle.execute("delete from " + Staging.seen(job.id()));
        return bound(handle, job, """
                insert into %s
                select n
                from (select s.n, k.import, row_number() over (partition by s.day, s.id order by s.n) as which
                      from %s s
                      join sign_in k on k.tenant_id = :tenant and k.day between cast(:first as date) and cast(:last as date)
                        and k.day = s.day and k.id = s.id
                      where %s) found
                where import is distinct from :number or which > 1""".formatted(Staging.seen(job.id()), Staging.rows(job.id()), countable.condition()))
                .execute();
    }

    private static Update bound(Handle handle, Job job, String sql) {
        var update = handle.createUpdate(sql)
                .bind("tenant", job.tenantId())
                .bind("first", job.days().getFirst())
                .bind("last", job.days().getLast());
        return sql.contains(":number") ? update.bind("number", job.number()) : update;
    }
}
