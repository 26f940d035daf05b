package dev.cutoff.local.proof;

import dev.cutoff.local.report.Report;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

/**
 * Whether mails are never lost, and twice only where nobody can know.
 *
 * @param holds whether there is no fault
 * @param seed of what was random
 * @param trials each by itself
 * @param faults beside those of the trials
 */
public record KillsReport(
        String proof,
        boolean holds,
        int notices,
        int mails,
        int kills,
        int duplicates,
        int resends,
        long seed,
        double seconds,
        List<TrialReport> trials,
        List<String> faults)
        implements Report {

    static KillsReport of(List<TrialReport> trials, List<String> faults, long seed, double seconds) {
        return new KillsReport(
                "kills",
                faults.isEmpty()
                        && trials.stream().allMatch(trial -> trial.faults().isEmpty()),
                trials.stream().mapToInt(TrialReport::notices).sum(),
                trials.stream().mapToInt(TrialReport::mails).sum(),
                trials.stream().mapToInt(TrialReport::kills).sum(),
                trials.stream().mapToInt(TrialReport::duplicates).sum(),
                trials.stream().mapToInt(TrialReport::resends).sum(),
                seed,
                seconds,
                List.copyOf(trials),
                List.copyOf(faults));
    }

    @Override
    public void print(PrintStream out) {
        out.printf("%n  %-30s %8s %8s %6s %6s %8s%n", "trial", "notices", "mails", "kills", "twice", "resends");
        for (var trial : trials) {
            out.printf(
                    "  %-30s %,8d %,8d %6d %6d %8d  %s%n",
                    trial.trial(),
                    trial.notices(),
                    trial.mails(),
                    trial.kills(),
                    trial.duplicates(),
                    trial.resends(),
                    trial.faults().isEmpty() ? "" : String.join("; ", trial.faults()));
        }
        faults.forEach(fault -> out.printf("  %s%n", fault));
        out.printf(
                Locale.ROOT,
                "%n  %s: %,d notices, %,d mails, %d kills, %d twice and %d counted as resent, in %.0f s (seed %d)%n",
                holds ? "It holds" : "IT DOES NOT HOLD",
                notices,
                mails,
                kills,
                duplicates,
                resends,
                seconds,
                seed);
    }
}
