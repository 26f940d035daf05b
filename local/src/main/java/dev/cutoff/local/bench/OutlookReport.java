package dev.cutoff.local.bench;

import dev.cutoff.local.report.Report;
import java.io.PrintStream;
import java.util.Locale;

/**
 * What the bench of outlooks comes to; all figures are outlooks a second, one asker.
 *
 * @param ratio of the service's own assembly to the pure function
 * @param lines of one outlook
 * @param bare the pure function, with catalogue and facts in memory
 * @param assembly the service, with its database and the answer as JSON
 * @param http the same asked for over HTTP
 * @param httpRatio of that to the pure function
 */
public record OutlookReport(
        String bench,
        double ratio,
        int tenants,
        int lines,
        int secondsEach,
        double bare,
        double assembly,
        Figures http,
        double httpRatio)
        implements Report {

    /** For a person. */
    @Override
    public void print(PrintStream out) {
        out.printf(
                Locale.ROOT,
                "%n  %d tenants with facts on file, %d lines in an outlook, one asker%n%n",
                tenants,
                lines);
        out.printf(Locale.ROOT, "  %-34s %12.1f outlooks/s%n", "pure function, facts in memory", bare);
        out.printf(
                Locale.ROOT, "  %-34s %12.1f outlooks/s   ratio %.2f%n", "service, with its database", assembly, ratio);
        out.printf(
                Locale.ROOT,
                "  %-34s %12.1f outlooks/s   ratio %.2f   p50 %.2f ms, p99 %.2f ms%n",
                "over HTTP",
                http.perSecond(),
                httpRatio,
                http.p50(),
                http.p99());
    }
}
