package dev.cutoff.inventory.coverage;

import dev.cutoff.commons.database.RecordMapper;
import dev.cutoff.commons.page.ListQuery;
import dev.cutoff.commons.page.Page;
import dev.cutoff.commons.page.Paging;
import dev.cutoff.commons.security.TenantScope;
import dev.cutoff.inventory.coverage.CoverageDetails.Line;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

@Singleton
class CoverageStore {

    /** A tenant has as many lines as protocols that anybody spoke of; loose index scans would not pay for a few hundred days. */
    private static final String LINES = """
            (select tenant_id, protocol from coverage_day union select tenant_id, protocol from vendor_count) l""";

    /** What is older is history; a year and a half holds two of every month that is compared. */
    private static final int ARRIVALS = 50;

    private final Jdbi jdbi;

    CoverageStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    Page<Coverage> list(TenantScope scope, CoverageFilter filter, Instant now, Paging paging) {
        return ListQuery.of(Line.class, "l.tenant_id, l.protocol", LINES)
                .within(scope, "l.tenant_id")
                .where("l.protocol = :protocol", "protocol", filter.protocol())
                .computed("month", filter.month())
                .sortable("protocol", "l.protocol", "text")
                .key("l.tenant_id", "uuid")
                .key("l.protocol", "text")
                .page(jdbi, paging, lines -> shown(lines, filter, now));
    }

    private List<Optional<Coverage>> shown(List<Line> lines, CoverageFilter filter, Instant now) {
        var tenants = lines.stream().map(Line::tenantId).distinct().toArray(UUID[]::new);
        var details = QuarkusTransaction.joiningExisting()
                .call(() -> jdbi.withHandle(handle -> details(handle, tenants, filter.firstOfMonth())));
        return lines.stream().map(line -> Optional.of(details.of(line, now))).toList();
    }

    private static CoverageDetails details(Handle handle, UUID[] tenants, LocalDate month) {
        return new CoverageDetails(
                handle.createQuery("""
                        select tenant_id, protocol, source, array_agg(distinct day order by day) as days, sum(rows)::bigint as rows
                        from coverage_day where tenant_id = any(:tenants) group by tenant_id, protocol, source order by source""")
                        .bind("tenants", tenants)
                        .map(RecordMapper.of(CoverageDetails.Spoken.class))
                        .list(),
                handle.createQuery("""
                        select tenant_id, source, arrived_at, rows, first_day, last_day
                        from (select *, row_number() over (partition by tenant_id, source order by arrived_at desc, import_id) as n
                              from coverage_arrival where tenant_id = any(:tenants)) a
                        where n <= :most order by arrived_at, n desc""")
                        .bind("tenants", tenants)
                        .bind("most", ARRIVALS)
                        .map(RecordMapper.of(CoverageDetails.Arrived.class))
                        .list(),
                handle.createQuery("""
                        select distinct on (tenant_id, protocol) tenant_id, protocol, month, max(count) over (
                            partition by tenant_id, protocol, month) as count
                        from vendor_count
                        where tenant_id = any(:tenants) and (cast(:month as date) is null or month = cast(:month as date))
                        order by tenant_id, protocol, month desc""")
                        .bind("tenants", tenants)
                        .bindByType("month", month, LocalDate.class)
                        .map(RecordMapper.of(CoverageDetails.Counted.class))
                        .list(),
                handle.createQuery("""
                        select tenant_id, protocol, month, sum(accounts)::integer as count
                        from coverage_block where tenant_id = any(:tenants)
                        group by tenant_id, protocol, month having sum(accounts) > 0""")
                        .bind("tenants", tenants)
                        .map(RecordMapper.of(CoverageDetails.Counted.class))
                        .list(),
                month);
    }

    SpokenDays spokenDays(UUID tenant) {
        record Row(String use, LocalDate day) {}
        return jdbi.withHandle(handle -> {
            var days = handle.createQuery("""
                    select distinct day from coverage_day where tenant_id = :tenant and source = :source""")
                    .bind("tenant", tenant)
                    .bind("source", Arrivals.SIGN_IN_LOG)
                    .mapTo(LocalDate.class)
                    .collectInto(new org.jdbi.v3.core.generic.GenericType<TreeSet<LocalDate>>() {});
            var last = new HashMap<String, LocalDate>();
            handle.createQuery("""
                    select protocol || ' ' || auth_method as use, max(day) as day from coverage_day
                    where tenant_id = :tenant and source = :source and successes > 0 group by protocol, auth_method""")
                    .bind("tenant", tenant)
                    .bind("source", Arrivals.SIGN_IN_LOG)
                    .map(RecordMapper.of(Row.class))
                    .forEach(row -> last.put(row.use(), row.day()));
            return new SpokenDays(days, last);
        });
    }
}
