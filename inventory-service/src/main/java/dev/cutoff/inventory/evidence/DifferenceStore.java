package dev.cutoff.inventory.evidence;

import dev.cutoff.inventory.client.ProtocolSwitches;
import dev.cutoff.inventory.client.ReportedFigures;
import dev.cutoff.inventory.evidence.Difference.Change;
import jakarta.inject.Singleton;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Tells what a merge has changed in its transaction, which can then be undone. */
@Singleton
class DifferenceStore {

    private record Count(String what, Change change, long count) {}

    private static final int MOST = 1_000;

    /** Usages with all that is shown of their evidence. Attempts are not use: what has neither success nor block is not there yet. */
    private static final String USAGE =
            """
            select u.id, u.account_id, a.label, u.protocol, u.auth_method, u.qualifier, u.successes, u.blocked, u.failures,
                   u.first_success, u.last_success, %s as blocked_by, %s as reports
            from usage u join account a on a.tenant_id = u.tenant_id and a.id = u.account_id
            %s
            where u.tenant_id = :tenant and (u.successes + u.blocked > 0 or u.reported)""".formatted(ProtocolSwitches.BLOCKED_BY, ReportedFigures.OF_USAGE, ProtocolSwitches.OF_USAGE);

    private static final List<String> BEFORE = List.of(
            "create temporary table usage_before on commit drop as " + USAGE,
            "create temporary table client_before on commit drop as select id, version from client where tenant_id = :tenant");

    /** A usage goes quiet where its last success lies in a span before the evidence that is as long as the evidence's own. */
    private static final String QUIET_SIGN_INS = """
            insert into differing
            select 'usage', 'quiet', u.id, null from usage u
            where u.tenant_id = :tenant and u.last_success < (cast(:first as date))::timestamp at time zone 'UTC'
              and u.last_success >= (cast(:first as date) - (cast(:last as date) - cast(:first as date) + 1))::timestamp
                at time zone 'UTC'""";

    /** Of a report, where it stood in the source's last one before and stands neither in this one nor in a later one. */
    private static final String QUIET_REPORTS = """
            insert into differing
            select distinct 'usage', 'quiet', r.usage_id, null::uuid from usage_report r
            where r.tenant_id = :tenant and r.source = :source
              and r.as_of = (select max(p.as_of) from usage_report p
                             where p.tenant_id = :tenant and p.source = :source and p.as_of < :asOf)
              and not exists (select from usage_report n where n.tenant_id = :tenant and n.usage_id = r.usage_id
                              and n.source = :source and n.as_of >= :asOf)""";

    /**
     * A usage is what it was by its account, protocol and method, not by its row: an account of which only the address was known may have
     * become a user's, and its usages that user's with it.
     */
    private static final String CHANGED_USAGES = """
            insert into differing
            with was as (
                select distinct on (coalesce(a.id, heir.id), b.protocol, b.auth_method, b.qualifier)
                       coalesce(a.id, heir.id) as account_id, b.protocol, b.auth_method, b.qualifier, b.id,
                       b.successes, b.blocked, b.failures, b.first_success, b.last_success, b.blocked_by, b.reports
                from usage_before b
                left join account a on a.tenant_id = :tenant and a.id = b.account_id
                left join lateral (
                    select aa.account_id as id from account_address aa
                    where a.id is null and aa.tenant_id = :tenant and aa.address = b.label
                    order by aa.last_seen desc nulls last, aa.account_id desc limit 1) heir on true
                order by coalesce(a.id, heir.id), b.protocol, b.auth_method, b.qualifier, a.id is null, b.label)
            select 'usage', case when was.id is null then 'new' else 'changed' end, u.id, null
            from (%s) u
            left join was on (was.account_id, was.protocol, was.auth_method, was.qualifier)
                           = (u.account_id, u.protocol, u.auth_method, u.qualifier)
            where was.id is null
               or (was.successes, was.blocked, was.failures, was.first_success, was.last_success, was.blocked_by, was.reports)
                    is distinct from (u.successes, u.blocked, u.failures, u.first_success, u.last_success, u.blocked_by, u.reports)""".formatted(USAGE);

    private static final String CHANGED_CLIENTS = """
            insert into differing
            select 'client', case when b.id is null then 'new' else 'changed' end, null, c.id from client c
            left join client_before b on b.id = c.id
            where c.tenant_id = :tenant and b.version is distinct from c.version""";

    private static final String QUIET_CLIENTS = """
            insert into differing
            select distinct 'client', 'quiet', null::bigint, cu.client_id
            from differing d
            join client_usage cu on cu.tenant_id = :tenant and cu.usage_id = d.usage_id
            where d.what = 'usage' and d.change = 'quiet'
              and not exists (
                select from client_usage other
                where other.tenant_id = :tenant and other.client_id = cu.client_id
                  and other.usage_id not in (select usage_id from differing where change = 'quiet' and usage_id is not null))""";

    private static final String EXAMPLES = """
            select d.what, d.change, coalesce(a.label, c.account) as account, coalesce(u.protocol, c.name) as name, u.auth_method
            from differing d
            left join usage u on u.tenant_id = :tenant and u.id = d.usage_id
            left join account a on a.tenant_id = :tenant and a.id = u.account_id
            left join client c on c.tenant_id = :tenant and c.id = d.client_id
            order by d.what desc, d.change, account, name limit %d""".formatted(MOST);

    private final Jdbi jdbi;

    DifferenceStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Begins what {@link #undo} ends, and remembers how things are. */
    void begin(Job job) {
        jdbi.useHandle(handle -> {
            handle.execute("savepoint dry_run");
            BEFORE.forEach(sql -> execute(handle, job, sql));
        });
    }

    Difference read(Job job, String source) {
        return jdbi.withHandle(handle -> {
            handle.execute(
                    "create temporary table differing (what text, change text, usage_id bigint, client_id uuid) on commit drop");
            execute(handle, job, CHANGED_USAGES);
            execute(handle, job, CHANGED_CLIENTS);
            if (!job.days().isEmpty()) {
                handle.createUpdate(QUIET_SIGN_INS)
                        .bind("tenant", job.tenantId())
                        .bind("first", job.days().getFirst())
                        .bind("last", job.days().getLast())
                        .execute();
            }
            handle.createUpdate(QUIET_REPORTS)
                    .bind("tenant", job.tenantId())
                    .bind("source", source)
                    .bind("asOf", job.asOf())
                    .execute();
            execute(handle, job, QUIET_CLIENTS);
            var counts = handle.createQuery(
                            "select what, change, count(*) as count from differing group by what, change")
                    .mapTo(Count.class)
                    .list();
            var examples = handle.createQuery(EXAMPLES)
                    .bind("tenant", job.tenantId())
                    .mapTo(Difference.Example.class)
                    .list();
            return new Difference(figures(counts, "client"), figures(counts, "usage"), examples);
        });
    }

    void undo() {
        jdbi.useHandle(handle -> handle.execute("rollback to savepoint dry_run"));
    }

    private static Difference.Figures figures(List<Count> counts, String what) {
        return new Difference.Figures(
                count(counts, what, Change.NEW),
                count(counts, what, Change.CHANGED),
                count(counts, what, Change.QUIET));
    }

    private static long count(List<Count> counts, String what, Change change) {
        return counts.stream()
                .filter(one -> one.what().equals(what) && one.change() == change)
                .mapToLong(Count::count)
                .sum();
    }

    private static void execute(Handle handle, Job job, String sql) {
        var update = handle.createUpdate(sql);
        if (sql.contains(":tenant")) {
            update.bind("tenant", job.tenantId());
        }
        update.execute();
    }
}
