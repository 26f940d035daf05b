package dev.cutoff.local.command;

import dev.cutoff.local.bench.NotifyBench;
import dev.cutoff.local.home.Settings;
import dev.cutoff.local.home.World;
import dev.cutoff.local.sink.Sink;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "notify",
        description = {
            "Notices planned, and mails sent to a mail server in memory, against a bare loop that sends the same mails with the same library.",
            "On databases of its own, which are gone afterwards; runs beside a suite that is up."
        })
final class BenchNotifyCommand implements Callable<Integer> {

    /** In the database, beside one for each sender: plenty. How many there must be the service knows, and refuses to start with fewer. */
    private static final int PLENTY = 16;

    private final Settings settings;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--clients",
            defaultValue = "100000",
            description = "How many are planned, with fifty people to a thousand. Default: 100,000, so 5,000 mails.")
    private int clients;

    @Option(
            names = "--connections",
            defaultValue = "16",
            description =
                    "To the mail server, of either. The more there are, the more mails share the writing of the ledger."
                            + " Default: 16, as a mail server of one's own takes.")
    private int connections;

    @Option(names = "--json", description = "Print one JSON object with the ratio, and nothing else.")
    private boolean isJson;

    BenchNotifyCommand(Settings settings) {
        this.settings = settings;
    }

    @Override
    public Integer call() {
        if (clients < 1_000 || connections < 1 || connections > 64) {
            throw new ParameterException(
                    spec.commandLine(), "there must be 1,000 clients at least, and 1 to 64 connections");
        }
        try (var sink = new Sink()) {
            var ours = settings.withSmtpUrl(sink.address().toString())
                    .withJavaOptions(List.of(
                            "-Dcutoff.sending.parallel=" + connections,
                            "-Dquarkus.datasource.jdbc.max-size=" + (connections + PLENTY)));
            return new SuiteOfItsOwn(ours, World.NOTIFY_BENCH, isJson)
                    .print(suite -> new NotifyBench(suite, sink, connections, this::tell).run(clients));
        }
    }

    private void tell(String what) {
        if (!isJson) {
            System.err.println("  " + what);
        }
    }
}
