package dev.cutoff.local.command;

import dev.cutoff.local.home.Settings;
import dev.cutoff.local.home.World;
import dev.cutoff.local.proof.KillsProof;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "kills",
        description = {
            "No mail is lost, and none goes out twice but where SMTP cannot know: senders killed at each point of the protocol, at random over",
            "three replicas, and frozen beyond their lease; PostgreSQL stopped as by a power cut; connections dropped at each command.",
            "On databases of its own, which are gone afterwards. PostgreSQL is stopped, so nothing else may run on it."
        })
final class ProveKillsCommand implements Callable<Integer> {

    private final Settings settings;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--notices",
            defaultValue = "2000",
            description = "How many the randomly killed replicas send. Default: 2,000.")
    private int notices;

    @Option(names = "--kills", defaultValue = "200", description = "How many kills at random. Default: 200.")
    private int kills;

    @Option(
            names = "--only",
            split = ",",
            paramLabel = "TRIAL",
            description = "Trials by their names in the report. Default: all.")
    private List<String> only = List.of();

    @Option(names = "--seed", description = "Of what is random. Default: another each time.")
    private long seed = System.nanoTime() & 0xffffffL;

    @Option(names = "--json", description = "Print one JSON object with what was found, and nothing else.")
    private boolean isJson;

    ProveKillsCommand(Settings settings) {
        this.settings = settings;
    }

    @Override
    public Integer call() {
        if (notices < 100 || notices > 20_000 || kills < 1 || kills > 10_000) {
            throw new ParameterException(
                    spec.commandLine(), "there must be 100 to 20,000 notices, and 1 to 10,000 kills");
        }
        return new SuiteOfItsOwn(settings, World.PROOF, isJson)
                .print(suite -> new KillsProof(suite, this::tell).run(notices, kills, seed, only));
    }

    private void tell(String what) {
        if (!isJson) {
            System.err.println("  " + what);
        }
    }
}
