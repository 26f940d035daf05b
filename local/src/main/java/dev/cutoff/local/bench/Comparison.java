package dev.cutoff.local.bench;

import java.util.List;

/**
 * One question, answered by both.
 *
 * @param ratio of the API's throughput to the SQL's
 * @param plan of the SQL, from {@code explain (analyze, buffers)} for one tenant
 */
record Comparison(Figures http, Figures sql, double ratio, List<String> plan) {

    static Comparison of(Figures http, Figures sql, List<String> plan) {
        return new Comparison(http, sql, Figures.rounded(http.perSecond() / sql.perSecond()), plan);
    }
}
