package dev.cutoff.local.bench;

import dev.cutoff.local.report.Report;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

/**
 * What the bench of notices comes to.
 *
 * @param ratio of the mails a second that leave through the ledger to those of a bare loop, by the middle of all rounds; all of them were
 *     written before
 * @param clients that were planned at once
 * @param planSeconds from the moment when the clients are there to that when all is planned
 * @param planTwice how many times as long twice as many took
 * @param connections of either
 * @param writtenPerSecond mails a second where each is also written on the way
 * @param ledgerSeconds of each round
 * @param bareSeconds of each round
 */
public record NotifyReport(
        String bench,
        double ratio,
        int clients,
        double planSeconds,
        double planTwice,
        int mails,
        int connections,
        double writtenPerSecond,
        double ledgerPerSecond,
        double barePerSecond,
        List<Double> ledgerSeconds,
        List<Double> bareSeconds)
        implements Report {

    static NotifyReport of(
            int clients,
            long once,
            long twice,
            int mails,
            int connections,
            long written,
            List<Long> ledger,
            List<Long> bare) {
        return new NotifyReport(
                "notify",
                Figures.rounded((double) middle(bare) / middle(ledger)),
                clients,
                Figures.rounded(once / 1e9),
                Figures.rounded((double) twice / once),
                mails,
                connections,
                perSecond(mails, written),
                perSecond(mails, middle(ledger)),
                perSecond(mails, middle(bare)),
                seconds(ledger),
                seconds(bare));
    }

    private static double perSecond(int mails, long nanos) {
        return Figures.rounded(mails / (nanos / 1e9));
    }

    private static long middle(List<Long> nanos) {
        return nanos.stream().sorted().toList().get(nanos.size() / 2);
    }

    private static List<Double> seconds(List<Long> nanos) {
        return nanos.stream().map(one -> Figures.rounded(one / 1e9)).toList();
    }

    /** For a person. */
    @Override
    public void print(PrintStream out) {
        out.printf(
                Locale.ROOT,
                "%n  %,d clients planned in %.1f s, twice as many in %.2f times that%n",
                clients,
                planSeconds,
                planTwice);
        out.printf(Locale.ROOT, "%n  %,d mails over %d connections%n%n", mails, connections);
        out.printf(Locale.ROOT, "  written and sent     %,10.0f mails/s%n", writtenPerSecond);
        out.printf(
                Locale.ROOT, "  sent as they are     %,10.0f mails/s   rounds %s s%n", ledgerPerSecond, ledgerSeconds);
        out.printf(Locale.ROOT, "  bare loop            %,10.0f mails/s   rounds %s s%n", barePerSecond, bareSeconds);
        out.printf(Locale.ROOT, "%n  ratio %.2f%n", ratio);
    }
}
