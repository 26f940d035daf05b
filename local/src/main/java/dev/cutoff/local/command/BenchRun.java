package dev.cutoff.local.command;

import dev.cutoff.local.bench.Report;
import dev.cutoff.local.home.Settings;
import dev.cutoff.local.home.World;
import dev.cutoff.local.process.FreePorts;
import dev.cutoff.local.suite.Progress;
import dev.cutoff.local.suite.Suite;
import java.util.function.Function;

/** Measures on an empty suite of its own, on free ports, which is gone afterwards. */
record BenchRun(Settings settings, World world, boolean isJson) {

    int print(Function<Suite, Report> measure) {
        var suite = Suite.of(FreePorts.choose(settings), world);
        Progress progress = isJson ? new Silence() : new Terminal();
        try (var _ = Interrupt.stopping(suite, progress)) {
            suite.upEmpty(progress);
            var report = measure.apply(suite);
            if (isJson) {
                System.out.println(report.json());
            } else {
                report.print(System.out);
            }
        } finally {
            suite.remove(new Silence());
        }
        return 0;
    }
}
