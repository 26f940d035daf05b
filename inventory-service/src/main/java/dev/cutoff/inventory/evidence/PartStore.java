package dev.cutoff.inventory.evidence;

import jakarta.inject.Singleton;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Update;

/** What has been done of imports that are merged in parts, and the sums that the parts are made of. */
@Singleton
class PartStore {

    private static final String SUMS =
            "user_id, address, account_id, trait, successes, blocked, failures, first_success, last_success, last_block, last_seen";

    private final Jdbi jdbi;

    PartStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** What came of the counting, if it has been done. */
    Optional<Counts> counted(Job job) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                select accepted, known, rejected from import_part
                where tenant_id = :tenant and import_id = :import and part = 0""")
                .bind("tenant", job.tenantId())
                .bind("import", job.id())
                .mapTo(Counts.class)
                .findOne());
    }

    boolean isDone(Job job, Part part) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                select exists (select from import_part where tenant_id = :tenant and import_id = :import and part = :part)""")
                .bind("tenant", job.tenantId())
                .bind("import", job.id())
                .bind("part", part.number())
                .mapTo(Boolean.class)
                .one());
    }

    /** Notes that a part is done; whoever does it at the same time waits here, and then finds that it is. */
    void done(Job job, Part part, long discovered) {
        note(job, part, new Counts(0, 0, 0), discovered);
    }

    private void note(Job job, Part part, Counts counts, long discovered) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                insert into import_part (tenant_id, import_id, part, accepted, known, rejected, created)
                values (:tenant, :import, :part, :accepted, :known, :rejected, :created)""")
                .bind("tenant", job.tenantId())
                .bind("import", job.id())
                .bind("part", part.number())
                .bind("accepted", counts.accepted())
                .bind("known", counts.known())
                .bind("rejected", counts.rejected())
                .bind("created", discovered)
                .execute());
    }

    long discovered(Job job) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                select coalesce(sum(created), 0) from import_part where tenant_id = :tenant and import_id = :import""")
                .bind("tenant", job.tenantId())
                .bind("import", job.id())
                .mapTo(Long.class)
                .one());
    }

    void forget(Job job) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "delete from import_part where tenant_id = :tenant and import_id = :import")
                .bind("tenant", job.tenantId())
                .bind("import", job.id())
                .execute());
    }

    /** Keeps what was gathered in the temporary tables of the transaction; from its commit on the sign-ins have been counted. */
    void keep(Job job, Counts counts) {
        jdbi.useHandle(handle -> {
            handle.createQuery("select staging.create_sums(:import)")
                    .bind("import", job.id())
                    .mapToMap()
                    .list();
            bound(handle, job, """
                    insert into %s (%s, part)
                    select %s, case when o.account_id is not null then :others when account_id < middle then :one else :other end
                    from sighting
                    cross join (select percentile_disc(0.5) within group (order by account_id) as middle from sighting) m
                    left join (
                        select ca.account_id from client_account ca
                        join client c on c.tenant_id = :tenant and c.id = ca.client_id
                        where ca.tenant_id = :tenant and (c.discovered_product is null or c.touched)
                        union
                        select discovered_account from client_alias where tenant_id = :tenant and discovered_account is not null) o
                      using (account_id)""".formatted(Staging.sums(job.id()), SUMS, SUMS))
                    .bind("others", Part.OTHERS.number())
                    .bind("one", Part.ONE_HALF.number())
                    .bind("other", Part.OTHER_HALF.number())
                    .execute();
            handle.execute(
                    "insert into %s select distinct account_id from moved_account".formatted(Staging.moved(job.id())));
        });
        note(job, Part.COUNTING, counts, 0);
    }

    /** Whether nothing belongs to a part: hardly any tenant has others, before it has declared anything. */
    boolean isEmpty(Job job, Part part) {
        var moved = part == Part.OTHERS ? " or exists (select from %s)".formatted(Staging.moved(job.id())) : "";
        return jdbi.withHandle(handle -> handle.createQuery("select not (exists (select from %s where part = :part)%s)"
                        .formatted(Staging.sums(job.id()), moved))
                .bind("part", part.number())
                .mapTo(Boolean.class)
                .one());
    }

    /** Brings the sums of a part into the temporary tables of the transaction. */
    void load(Job job, Part part) {
        jdbi.useHandle(handle -> {
            SignInStore.nameTraits(handle, job);
            handle.createUpdate("insert into sighting (%s) select %s from %s where part = :part"
                            .formatted(SUMS, SUMS, Staging.sums(job.id())))
                    .bind("part", part.number())
                    .execute();
            if (part == Part.OTHERS) {
                handle.execute("insert into moved_account select account_id from " + Staging.moved(job.id()));
            }
        });
    }

    private static Update bound(Handle handle, Job job, String sql) {
        return handle.createUpdate(sql).bind("tenant", job.tenantId());
    }
}
