package dev.cutoff.local.command;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A command that only holds others; by itself it says which. */
@Command
final class GroupCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    private final String one;

    private GroupCommand(String one) {
        this.one = one;
    }

    /** @param one what one of those in it is called, as in "a bench" */
    static CommandLine of(String one, String description) {
        var group = new CommandLine(new GroupCommand(one));
        group.getCommandSpec().usageMessage().description(description);
        return group;
    }

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "name " + one + ": " + String.join(", ", spec.subcommands().keySet()));
    }
}
