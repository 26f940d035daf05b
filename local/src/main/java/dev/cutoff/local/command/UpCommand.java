package dev.cutoff.local.command;

import dev.cutoff.local.home.Settings;
import dev.cutoff.local.home.World;
import dev.cutoff.local.suite.PartStatus;
import dev.cutoff.local.suite.Suite;
import java.util.HashSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "up",
        description = {
            "Start what does not run: PostgreSQL, the issuer, the mail server and the three services.",
            "Stays attached until Ctrl-C, which stops everything."
        })
final class UpCommand implements Callable<Integer> {

    private static final long LOOK_AGAIN_MILLIS = 1000;

    private final Settings settings;

    @Option(names = "--detach", description = "Return when everything is ready; ./cutoff down stops it.")
    private boolean isDetached;

    UpCommand(Settings settings) {
        this.settings = settings;
    }

    @Override
    public Integer call() throws InterruptedException {
        var suite = Suite.current(settings);
        if (suite.world() == World.DEMO) {
            System.out.println("The demo's suite is running, and this keeps it whole. ./cutoff down ends it.");
        }
        var terminal = new Terminal();
        try (var interrupt = Interrupt.stopping(suite, terminal)) {
            suite.up(terminal);
            Terminal.printAddresses(suite);
            if (isDetached) {
                System.out.println("  Stop it     ./cutoff down");
                return 0;
            }
            System.out.println("\nCtrl-C stops everything.");
            interrupt.everything();
            watch(suite);
        }
        return 0;
    }

    /** Says which part has ended, until none is left. */
    private static void watch(Suite suite) throws InterruptedException {
        var ended = new HashSet<String>();
        while (suite.isRunning()) {
            for (var part : suite.status()) {
                if (part.health() != PartStatus.Health.STOPPED) {
                    ended.remove(part.name());
                } else if (ended.add(part.name())) {
                    System.out.printf(
                            "%s has ended; ./cutoff up in another terminal brings it back. The log: %s%n",
                            part.name(), part.log());
                }
            }
            Thread.sleep(LOOK_AGAIN_MILLIS);
        }
    }
}
