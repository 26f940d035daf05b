package dev.cutoff.local.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What can be measured; each bench is a command of its own. */
@Command(name = "bench", description = "Measure against something that does the same without us.")
final class BenchCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "name a bench: " + String.join(", ", spec.subcommands().keySet()));
    }
}
