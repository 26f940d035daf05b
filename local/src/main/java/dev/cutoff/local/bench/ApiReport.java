package dev.cutoff.local.bench;

import dev.cutoff.local.report.Report;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

/**
 * What the bench of the API comes to.
 *
 * @param ratio the lower of the two ratios: what is promised of each
 * @param page a filtered page of 50 clients of one tenant
 * @param summary of the usages of one tenant
 * @param depth what a page of the list of all clients costs at its beginning and far down
 */
public record ApiReport(
        String bench,
        double ratio,
        int tenants,
        int clients,
        int usages,
        int concurrency,
        int secondsEach,
        Comparison page,
        Comparison summary,
        List<Depth> depth)
        implements Report {

    /**
     * @param row how many clients come before the page
     */
    record Depth(long row, double p50, double p99) {}

    /** For a person. */
    @Override
    public void print(PrintStream out) {
        out.printf(
                Locale.ROOT,
                "%n  %,d clients and %,d usages in %d tenants, %d askers%n%n  %-22s %12s %10s %10s%n",
                clients,
                usages,
                tenants,
                concurrency,
                "",
                "answers/s",
                "p50 ms",
                "p99 ms");
        print(out, "page of 50, HTTP", page.http());
        print(out, "the same SQL, JDBC", page.sql());
        print(out, "summary, HTTP", summary.http());
        print(out, "the same SQL, JDBC", summary.sql());
        out.printf(Locale.ROOT, "%n  ratio of the page %.2f, of the summary %.2f%n", page.ratio(), summary.ratio());
        depth.forEach(one -> out.printf(
                Locale.ROOT,
                "  a page after %,d clients: p50 %.2f ms, p99 %.2f ms%n",
                one.row(),
                one.p50(),
                one.p99()));
        out.printf("%n  plan of the page%n");
        page.plan().forEach(line -> out.println("    " + line));
        out.printf("%n  plan of the summary%n");
        summary.plan().forEach(line -> out.println("    " + line));
    }

    private static void print(PrintStream out, String name, Figures figures) {
        out.printf(
                Locale.ROOT, "  %-22s %12.1f %10.2f %10.2f%n", name, figures.perSecond(), figures.p50(), figures.p99());
    }
}
