package dev.cutoff.local.year;

import dev.cutoff.local.report.Report;
import java.io.PrintStream;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * Whether everybody was told in time and nobody too often.
 *
 * @param holds whether there is no fault
 * @param mailsPerOwner of all owners, those who never got one included
 * @param busiest the day with the most mails
 * @param missed clients of which nobody was told in time before they stopped
 * @param doubled second mails on one day, and rungs that came twice
 * @param quietDayMillis of the days on which nothing happened and no mail left
 * @param faults by the rule that is broken, how often
 * @param examples the first of each
 */
public record YearReport(
        String proof,
        boolean holds,
        int tenants,
        int owners,
        int clients,
        int days,
        long seed,
        int mails,
        Spread mailsPerOwner,
        Busiest busiest,
        int missed,
        int doubled,
        Millis quietDayMillis,
        Millis otherDayMillis,
        double seconds,
        Map<String, Integer> faults,
        List<String> examples)
        implements Report {

    /** A day as it was played. */
    record Step(LocalDate day, boolean isBusy, int mails, double millis) {}

    /** How many mails people got. */
    public record Spread(int median, int p99, int most) {}

    public record Busiest(LocalDate day, int mails) {}

    /** How long the days took. */
    public record Millis(long median, long most) {}

    static YearReport of(Size size, Cast cast, Postbox postbox, Faults faults, List<Step> steps, double seconds) {
        var counts = cast.owners().stream()
                .map(owner -> postbox.of(owner.address()).size())
                .sorted()
                .toList();
        var busiest = steps.stream().max(Comparator.comparingInt(Step::mails)).orElseThrow();
        return new YearReport(
                "year",
                faults.counts().isEmpty(),
                size.tenants(),
                size.owners(),
                size.clients(),
                size.days(),
                size.seed(),
                postbox.count(),
                new Spread(at(counts, 0.5), at(counts, 0.99), counts.getLast()),
                new Busiest(busiest.day(), busiest.mails()),
                faults.of(Oracle.MISSED),
                faults.of(Oracle.TWICE_A_DAY) + faults.of(Oracle.RUNG_TWICE),
                millis(steps.stream().filter(step -> isQuiet(step)).toList()),
                millis(steps.stream().filter(step -> !isQuiet(step)).toList()),
                Math.round(seconds * 10) / 10.0,
                faults.counts(),
                faults.examples());
    }

    private static boolean isQuiet(Step step) {
        return !step.isBusy() && step.mails() == 0;
    }

    private static Millis millis(List<Step> steps) {
        var sorted =
                steps.stream().map(step -> Math.round(step.millis())).sorted().toList();
        return sorted.isEmpty() ? new Millis(0, 0) : new Millis(at(sorted, 0.5), sorted.getLast());
    }

    private static <T> T at(List<T> sorted, double share) {
        return sorted.get((int) Math.ceil(share * sorted.size()) - 1);
    }

    @Override
    public String json() {
        return JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(this);
    }

    @Override
    public void print(PrintStream out) {
        out.printf(
                Locale.ROOT,
                "%n  %,d mails to %,d owners and the contacts of %d tenants: %d each (median), %d (99 %%), %d at most; %,d on %s%n",
                mails,
                owners,
                tenants,
                mailsPerOwner.median(),
                mailsPerOwner.p99(),
                mailsPerOwner.most(),
                busiest.mails(),
                busiest.day());
        out.printf(
                Locale.ROOT,
                "  a day on which nothing happens takes %,d ms (median), %,d at most; another %,d and %,d%n",
                quietDayMillis.median(),
                quietDayMillis.most(),
                otherDayMillis.median(),
                otherDayMillis.most());
        faults.forEach((rule, count) -> out.printf("  %s: %,d%n", rule, count));
        examples.forEach(example -> out.printf("    %s%n", example));
        out.printf(
                Locale.ROOT,
                "%n  %s: %,d clients, %d days, %d missed and %d doubled, in %.0f s (seed %d)%n",
                holds ? "It holds" : "IT DOES NOT HOLD",
                clients,
                days,
                missed,
                doubled,
                seconds,
                seed);
    }
}
