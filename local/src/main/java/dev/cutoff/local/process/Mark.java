package dev.cutoff.local.process;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/**
 * Names a process on its own command line, so that the process table alone says what runs. A pid file can be stale or not yet
 * written, and a start time moves when the clock of the machine is set; a command line belongs to its process.
 *
 * @param folder of the world that it belongs to
 * @param name of the process
 */
public record Mark(Path folder, String name) {

    String option() {
        return "-Dcutoff.process=" + folder + "#" + name;
    }

    /** The process that carries this mark and lives. A zombie has no command line, so it does not count. */
    public Optional<ProcessHandle> find() {
        return ProcessHandle.allProcesses().filter(this::isOn).findFirst();
    }

    /** Whether that is still the process that carries this mark. */
    public boolean isOn(ProcessHandle process) {
        return hasArgument(process, option());
    }

    /** Whether one of the arguments of a process is this one. */
    public static boolean hasArgument(ProcessHandle process, String argument) {
        return process.info()
                .arguments()
                .filter(arguments -> Arrays.asList(arguments).contains(argument))
                .isPresent();
    }

    /** The rest of the argument that begins like this. */
    public static Optional<String> argument(ProcessHandle process, String beginning) {
        return process.info().arguments().stream()
                .flatMap(Arrays::stream)
                .filter(argument -> argument.startsWith(beginning))
                .map(argument -> argument.substring(beginning.length()))
                .findFirst();
    }
}
