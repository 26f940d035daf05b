package dev.cutoff.local.command;

import dev.cutoff.local.home.Settings;
import dev.cutoff.local.home.World;
import dev.cutoff.local.suite.PartStatus;
import dev.cutoff.local.suite.Suite;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(name = "down", description = "Stop everything, PostgreSQL last. Data, mails and the clock stay.")
final class DownCommand implements Callable<Integer> {

    private final Settings settings;

    DownCommand(Settings settings) {
        this.settings = settings;
    }

    @Override
    public Integer call() {
        var isRunning = false;
        for (var world : World.values()) {
            var suite = Suite.of(settings, world);
            if (suite.status().stream().anyMatch(part -> part.health() != PartStatus.Health.STOPPED)) {
                isRunning = true;
                suite.down(new Terminal());
            }
        }
        if (!isRunning) {
            System.out.println("Nothing runs.");
        }
        return 0;
    }
}
