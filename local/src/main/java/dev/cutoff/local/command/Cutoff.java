package dev.cutoff.local.command;

import dev.cutoff.local.home.Failure;
import dev.cutoff.local.home.Settings;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.OptionSpec;

/** What {@code ./cutoff} runs. The script has found the JDK and built what was needed; it says where in system properties. */
@Command(name = "./cutoff", description = "The whole suite on this machine.")
public final class Cutoff {

    private Cutoff() {}

    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    static int run(String... arguments) {
        try {
            var settings = Settings.of(
                    Path.of(System.getProperty("cutoff.project")),
                    Path.of(System.getProperty("cutoff.build")),
                    System.getenv());
            return commandLine(settings).execute(arguments);
        } catch (Failure failure) {
            System.err.println("cutoff: " + failure.getMessage());
            return CommandLine.ExitCode.SOFTWARE;
        }
    }

    static CommandLine commandLine(Settings settings) {
        var commandLine = new CommandLine(new Cutoff())
                .addSubcommand("up", new UpCommand(settings))
                .addSubcommand("down", new DownCommand(settings))
                .addSubcommand("status", new StatusCommand(settings))
                .addSubcommand("token", new TokenCommand(settings))
                .addSubcommand("clock", new ClockCommand(settings))
                .addSubcommand("import", new ImportCommand(settings))
                .addSubcommand("logs", new LogsCommand(settings))
                .addSubcommand("demo", new DemoCommand(settings))
                .addSubcommand(
                        "bench",
                        GroupCommand.of("a bench", "Measure against something that does the same without us.")
                                .addSubcommand("api", new BenchApiCommand(settings))
                                .addSubcommand("outlook", new BenchOutlookCommand(settings))
                                .addSubcommand("import", new BenchImportCommand(settings))
                                .addSubcommand("notify", new BenchNotifyCommand(settings)))
                .addSubcommand("prove", proofs(settings));
        addHelp(commandLine);
        return commandLine
                .setParameterExceptionHandler((exception, _) -> {
                    System.err.printf(
                            "cutoff: %s (%s --help tells more)%n",
                            exception.getMessage(),
                            exception.getCommandLine().getCommandSpec().qualifiedName());
                    return CommandLine.ExitCode.USAGE;
                })
                .setExecutionExceptionHandler((exception, _, _) -> {
                    System.err.println("cutoff: " + line(exception, settings));
                    return CommandLine.ExitCode.SOFTWARE;
                });
    }

    private static CommandLine proofs(Settings settings) {
        return GroupCommand.of("a proof", "Show at length what the tests show in small; minutes to hours.")
                .addSubcommand("kills", new ProveKillsCommand(settings))
                .addSubcommand("year", new ProveYearCommand(settings));
    }

    private static void addHelp(CommandLine commandLine) {
        for (var command : commandLine.getSubcommands().values()) {
            command.getCommandSpec().addOption(help());
            addHelp(command);
        }
    }

    private static OptionSpec help() {
        return OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .description("Show this text.")
                .build();
    }

    private static String line(Exception exception, Settings settings) {
        if (exception instanceof Failure) {
            return exception.getMessage();
        }
        var log = settings.home().folder().resolve("logs/cutoff.log");
        var trace = new StringWriter();
        exception.printStackTrace(new PrintWriter(trace));
        try {
            Files.createDirectories(log.getParent());
            Files.writeString(
                    log, Instant.now() + " " + trace + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            return "Unexpected: " + trace;
        }
        return "Unexpected: %s. The log: %s".formatted(exception, log);
    }
}
