package dev.cutoff.local.command;

import dev.cutoff.local.home.Settings;
import dev.cutoff.local.home.World;
import dev.cutoff.local.process.FreePorts;
import dev.cutoff.local.report.Report;
import dev.cutoff.local.suite.Progress;
import dev.cutoff.local.suite.Suite;
import java.util.function.Function;
import picocli.CommandLine.ExitCode;

/** What a bench or a proof runs on: an empty suite, on free ports, which is gone afterwards. */
record SuiteOfItsOwn(Settings settings, World world, boolean isJson) {

    /** @return the exit code: a proof that does not hold fails */
    int print(Function<Suite, Report> work) {
        var suite = Suite.of(FreePorts.choose(settings), world);
        Progress progress = isJson ? new Silence() : new Terminal();
        try (var _ = Interrupt.stopping(suite, progress)) {
            suite.upEmpty(progress);
            var report = work.apply(suite);
            if (isJson) {
                System.out.println(report.json());
            } else {
                report.print(System.out);
            }
            return report.holds() ? ExitCode.OK : ExitCode.SOFTWARE;
        } finally {
            suite.remove(new Silence());
        }
    }
}
