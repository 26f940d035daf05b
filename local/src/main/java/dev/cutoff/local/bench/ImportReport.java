package dev.cutoff.local.bench;

import dev.cutoff.local.report.Report;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

/**
 * What the bench of imports comes to.
 *
 * @param ratio of the rows a second of the service to those of the COPY, by the middle of all turns
 * @param importSeconds of each turn
 * @param copySeconds of each turn
 * @param twice how many times as long as the middle of the turns twice the rows took
 * @param next how many times as long as many sign-ins of the month that follows took, into the tenant that has their accounts already
 * @param idleMegabytes memory of the service before
 * @param peakMegabytes its most memory at this many rows, and at twice as many
 */
public record ImportReport(
        String bench,
        double ratio,
        long rows,
        double importRowsPerSecond,
        double copyRowsPerSecond,
        List<Double> importSeconds,
        List<Double> copySeconds,
        double twice,
        double next,
        long idleMegabytes,
        List<Long> peakMegabytes)
        implements Report {

    /** For a person. */
    @Override
    public void print(PrintStream out) {
        out.printf(Locale.ROOT, "%n  %,d sign-ins, 85 %% of accounts that come again%n%n", rows);
        out.printf(Locale.ROOT, "  import over HTTP %,12.0f rows/s   turns %s s%n", importRowsPerSecond, importSeconds);
        out.printf(Locale.ROOT, "  bare COPY        %,12.0f rows/s   turns %s s%n", copyRowsPerSecond, copySeconds);
        out.printf(
                Locale.ROOT,
                "%n  ratio %.2f; twice the rows took %.2f times as long, the month that follows %.2f times%n",
                ratio,
                twice,
                next);
        out.printf(
                Locale.ROOT,
                "  memory of the service %d MB before, at most %d MB, and %d MB with twice the rows%n",
                idleMegabytes,
                peakMegabytes.getFirst(),
                peakMegabytes.getLast());
    }
}
