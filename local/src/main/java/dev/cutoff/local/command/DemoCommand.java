package dev.cutoff.local.command;

import dev.cutoff.local.home.Failure;
import dev.cutoff.local.home.Settings;
import dev.cutoff.local.home.World;
import dev.cutoff.local.suite.Suite;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** The demo's stage: a suite on data of its own, emptied first, left running when the story has been told. */
@Command(
        name = "demo",
        description = "Start the suite on empty data of its own. Your data are not touched; ./cutoff down ends it.")
final class DemoCommand implements Callable<Integer> {

    private final Settings settings;

    DemoCommand(Settings settings) {
        this.settings = settings;
    }

    @Override
    public Integer call() {
        // The same ports, and one PostgreSQL: two worlds side by side would double the memory and leave open which one
        // a token is
        // for.
        if (Suite.of(settings, World.OWN).isRunning()) {
            throw new Failure(
                    "Your own suite is running and has the ports. Stop it first with ./cutoff down; your data stay as they are.");
        }
        var suite = Suite.of(settings, World.DEMO);
        var terminal = new Terminal();
        try (var _ = Interrupt.stopping(suite, terminal)) {
            suite.upEmpty(terminal);
        }
        Terminal.printAddresses(suite);
        return 0;
    }
}
