package dev.cutoff.local.command;

import dev.cutoff.local.bench.OutlookBench;
import dev.cutoff.local.home.Settings;
import dev.cutoff.local.home.World;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "outlook",
        description = {
            "Outlooks of tenants over HTTP and in the service, against the pure function on the same facts in memory.",
            "On databases of its own, which are gone afterwards; runs beside a suite that is up."
        })
final class BenchOutlookCommand implements Callable<Integer> {

    private final Settings settings;

    @Spec
    private CommandSpec spec;

    @Option(names = "--seconds", defaultValue = "5", description = "Length of each measurement, 1 to 60. Default: 5.")
    private int seconds;

    @Option(names = "--json", description = "Print one JSON object with the ratio, and nothing else.")
    private boolean isJson;

    BenchOutlookCommand(Settings settings) {
        this.settings = settings;
    }

    @Override
    public Integer call() {
        if (seconds < 1 || seconds > 60) {
            throw new ParameterException(spec.commandLine(), "--seconds must be 1 to 60");
        }
        return new SuiteOfItsOwn(settings, World.OUTLOOK_BENCH, isJson)
                .print(suite -> new OutlookBench(suite, Duration.ofSeconds(seconds)).run());
    }
}
