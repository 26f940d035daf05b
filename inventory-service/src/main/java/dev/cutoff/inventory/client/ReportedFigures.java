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

    /**
     * Whether the method of a usage {@code u} is known: sign-ins have shown it, or a report has said it.
     *
     * @param usage what the usage is called instead of {@code u}
     */
    static String isMethodKnown(String usage) {
        return """
                (u.successes + u.blocked > 0 or exists (
                    select from usage_report s where s.tenant_id = u.tenant_id and s.usage_id = u.id and s.method_stated))""".replace("u.", usage + ".");
    }

    private ReportedFigures() {}
}
