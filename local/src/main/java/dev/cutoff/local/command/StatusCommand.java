package dev.cutoff.local.command;

import dev.cutoff.local.client.Clocks;
import dev.cutoff.local.home.Settings;
import dev.cutoff.local.suite.Service;
import dev.cutoff.local.suite.Suite;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(
        name = "status",
        description = "Say what runs, with its process, memory and health, and what time it is there.")
final class StatusCommand implements Callable<Integer> {

    private static final String ROW = "%-13s %8s %9s  %-10s %-20s %s%n";

    private final Settings settings;

    StatusCommand(Settings settings) {
        this.settings = settings;
    }

    @Override
    public Integer call() {
        var suite = Suite.current(settings);
        System.out.printf(ROW, "part", "pid", "memory", "health", "since", "address");
        for (var part : suite.status()) {
            System.out.printf(
                    ROW,
                    part.name(),
                    Objects.requireNonNullElse(part.pid(), "-"),
                    Terminal.megabytes(part.memory()),
                    Terminal.health(part),
                    Terminal.moment(part.since()),
                    part.address());
        }
        System.out.println();
        System.out.println("clock         " + clock(suite));
        System.out.printf(
                "world         %s, %s%n",
                Terminal.world(suite.world()), suite.folder().folder());
        return 0;
    }

    private static String clock(Suite suite) {
        var clocks = new Clocks(suite);
        if (Arrays.stream(Service.values()).noneMatch(suite::isRunning)) {
            return clocks.isSimulated() ? "simulated" : "real time";
        }
        return ClockCommand.describe(clocks);
    }
}
