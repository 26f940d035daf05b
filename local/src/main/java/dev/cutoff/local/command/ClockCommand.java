package dev.cutoff.local.command;

import dev.cutoff.local.client.Clocks;
import dev.cutoff.local.home.Settings;
import dev.cutoff.local.suite.Suite;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "clock",
        description = "Move the simulated clock of all services, and wait until they have done what fell due.")
final class ClockCommand implements Callable<Integer> {

    private final Settings settings;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            paramLabel = "INSTANT|show|real",
            description = "A moment such as 2022-09-01T09:00:00Z; show: what time it is; real: let real time run.")
    private String moment = "";

    ClockCommand(Settings settings) {
        this.settings = settings;
    }

    @Override
    public Integer call() {
        var clocks = new Clocks(Suite.current(settings));
        switch (moment) {
            case "show" -> System.out.println(describe(clocks));
            case "real" -> {
                clocks.real();
                System.out.println("Real time runs.");
            }
            default -> set(clocks, instant());
        }
        return 0;
    }

    private static void set(Clocks clocks, Instant instant) {
        var began = System.nanoTime();
        clocks.set(instant);
        System.out.printf(
                "It is %s; what fell due is done (%s).%n",
                instant, Terminal.seconds(Duration.ofNanos(System.nanoTime() - began)));
    }

    static String describe(Clocks clocks) {
        return clocks.now() + (clocks.isSimulated() ? ", simulated" : ", real time");
    }

    private Instant instant() {
        try {
            return OffsetDateTime.parse(moment).toInstant();
        } catch (DateTimeException e) {
            throw new ParameterException(
                    spec.commandLine(),
                    "clock takes a moment such as 2022-09-01T09:00:00Z, or show, or real; not " + moment + ".");
        }
    }
}
