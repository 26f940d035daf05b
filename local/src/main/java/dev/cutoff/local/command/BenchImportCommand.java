package dev.cutoff.local.command;

import dev.cutoff.local.bench.ImportBench;
import dev.cutoff.local.bench.ImportReport;
import dev.cutoff.local.client.ProgressBar;
import dev.cutoff.local.home.Settings;
import dev.cutoff.local.home.World;
import dev.cutoff.local.suite.Suite;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "import",
        description = {
            "Sign-ins imported over HTTP, against PostgreSQL's own COPY of the same rows into a bare table with the same key.",
            "On databases of its own, which are gone afterwards; runs beside a suite that is up."
        })
final class BenchImportCommand implements Callable<Integer> {

    private final Settings settings;

    @Spec
    private CommandSpec spec;

    @Option(names = "--rows", defaultValue = "1000000", description = "How many sign-ins. Default: 1,000,000.")
    private long rows;

    @Option(names = "--turns", defaultValue = "3", description = "How often each takes its turn. Default: 3.")
    private int turns;

    @Option(names = "--json", description = "Print one JSON object with the ratio, and nothing else.")
    private boolean isJson;

    BenchImportCommand(Settings settings) {
        this.settings = settings;
    }

    @Override
    public Integer call() {
        if (rows < 1_000 || turns < 1 || turns > 100) {
            throw new ParameterException(spec.commandLine(), "there must be 1,000 rows at least, and 1 to 100 turns");
        }
        return new SuiteOfItsOwn(settings, World.BENCH, isJson).print(this::measure);
    }

    private ImportReport measure(Suite suite) {
        var bar = new ProgressBar(System.err, !isJson && Terminal.isWatched());
        var report = new ImportBench(suite).run(rows, turns, (what, percent) -> bar.show(what, percent, 100));
        bar.clear();
        return report;
    }
}
