package dev.cutoff.inventory.client;

/** What reports say of usages. */
public final class ReportedFigures {

    /** Of a usage {@code u}, what the latest report of each source says of it, as a list in JSON; null where none speaks of it. */
    public static final String OF_USAGE = """
            case when u.reported then (
                select jsonb_agg(jsonb_build_object('source', r.source, 'asOf', r.as_of, 'count', r.count, 'detail',
                           nullif(r.detail, ''), 'lastActivity', r.last_activity, 'methodStated', r.method_stated)
                           order by r.source, r.detail, r.method_stated)
                from usage_report r
                where r.tenant_id = u.tenant_id and r.usage_id = u.id
                  and r.as_of = (select max(n.as_of) from usage_report n
                                 where n.tenant_id = r.tenant_id and n.usage_id = r.usage_id and n.source = r.source)) end""";

    private ReportedFigures() {}
}
