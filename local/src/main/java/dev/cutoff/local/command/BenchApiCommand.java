package dev.cutoff.local.command;

import dev.cutoff.local.bench.ApiBench;
import dev.cutoff.local.bench.ApiReport;
import dev.cutoff.local.client.ProgressBar;
import dev.cutoff.local.home.Settings;
import dev.cutoff.local.home.World;
import dev.cutoff.local.suite.Suite;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "api",
        description = {
            "A page of clients and a summary of usages over HTTP, each against the same SQL over JDBC.",
            "On databases of its own, which are gone afterwards; runs beside a suite that is up."
        })
final class BenchApiCommand implements Callable<Integer> {

    private final Settings settings;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--clients",
            defaultValue = "1000000",
            description = "How many clients; twice as many usages. Default: 1,000,000.")
    private int clients;

    @Option(names = "--tenants", defaultValue = "200", description = "In how many tenants. Default: 200.")
    private int tenants;

    @Option(names = "--concurrency", defaultValue = "4", description = "How many ask at once. Default: 4.")
    private int concurrency;

    @Option(
            names = "--seconds",
            defaultValue = "5",
            description = "Length of each of three laps of each peer. Default: 5.")
    private int seconds;

    @Option(names = "--json", description = "Print one JSON object with the ratio, and nothing else.")
    private boolean isJson;

    BenchApiCommand(Settings settings) {
        this.settings = settings;
    }

    @Override
    public Integer call() {
        if (tenants < 1 || clients < Math.max(tenants, 200) || concurrency < 1 || concurrency > 16 || seconds < 1) {
            throw new ParameterException(
                    spec.commandLine(),
                    "there must be 200 clients at least and as many as tenants, 1 to 16 askers, and a second or more");
        }
        return new SuiteOfItsOwn(settings, World.BENCH, isJson).print(this::measure);
    }

    private ApiReport measure(Suite suite) {
        var bar = new ProgressBar(System.err, !isJson && Terminal.isWatched());
        var bench = new ApiBench(suite, concurrency, Duration.ofSeconds(seconds));
        return bench.run(tenants, clients, 2 * clients, (done, all) -> {
            if (done + 1 == all) {
                bar.clear();
            } else {
                bar.show("making clients and usages", done, all);
            }
        });
    }
}
