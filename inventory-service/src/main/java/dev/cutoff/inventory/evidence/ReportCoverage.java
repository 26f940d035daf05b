package dev.cutoff.inventory.evidence;

import dev.cutoff.commons.json.WireName;
import dev.cutoff.inventory.coverage.Arrivals;
import dev.cutoff.inventory.coverage.Told;
import jakarta.inject.Singleton;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** Tells coverage which protocols a report or an export speaks of. */
@Singleton
class ReportCoverage {

    private static final String FIGURES = """
            select item::jsonb ->> 'protocol' as protocol, item::jsonb ->> 'authMethod' as auth_method, count(*) as rows
            from %s where reason is null group by 1, 2""";

    private static final String DEVICES = """
            select 'eas' as protocol, 'unknown' as auth_method, count(*) as rows from %s where reason is null having count(*) > 0""";

    /** Every field of a switch but the account is a protocol. */
    private static final String SWITCHES = """
            select switch as protocol, 'unknown' as auth_method, count(*) as rows
            from %s cross join jsonb_object_keys(item::jsonb) as switch
            where reason is null and switch <> 'account' group by 1""";

    private final Jdbi jdbi;
    private final Arrivals arrivals;

    ReportCoverage(Jdbi jdbi, Arrivals arrivals) {
        this.jdbi = jdbi;
        this.arrivals = arrivals;
    }

    /** Lists of owners and clients and messages are no evidence of use, and tell nothing. */
    void record(Job job) {
        switch (job.format()) {
            case SMTP_AUTH_CLIENTS, EWS_WEEKLY_USAGE -> record(job, FIGURES);
            case MOBILE_DEVICES -> record(job, DEVICES);
            case CAS_MAILBOXES, TRANSPORT_CONFIG -> record(job, SWITCHES);
            default -> {}
        }
    }

    private void record(Job job, String sql) {
        arrivals.recordReport(job.tenantId(), WireName.of(job.format()), job.id(), job.asOf(), told(job, sql));
    }

    private List<Told> told(Job job, String sql) {
        return jdbi.withHandle(handle -> handle.createQuery(sql.formatted(Staging.rows(job.id())))
                .mapTo(Told.class)
                .list());
    }
}
