package dev.cutoff.local.process;

import dev.cutoff.local.home.Failure;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A Java program that goes on when the command that started it has ended.
 *
 * @param mark by which the process is found again
 * @param arguments of {@code java}, after the mark
 * @param environment in addition to our own
 * @param log to which its output is appended
 * @param pid file in which its id is noted
 */
public record Daemon(Mark mark, List<String> arguments, Map<String, String> environment, Path log, Path pid) {

    private static final long LOG_LIMIT = 10_000_000;

    /** Starts it and returns at once. */
    public Process start() {
        // Ctrl-C and a closing terminal reach every process of the foreground group. A signal that is ignored at the
        // start stays
        // ignored by the JVM, so these go on until they are told to stop. Not setsid, which macOS does not have.
        var command =
                new ArrayList<>(List.of("sh", "-c", "trap '' INT HUP; exec \"$@\"", "cutoff", java(), mark.option()));
        command.addAll(arguments);
        try {
            Files.createDirectories(log.getParent());
            Files.createDirectories(pid.getParent());
            makeRoom();
            var builder = new ProcessBuilder(command)
                    .redirectInput(new File("/dev/null"))
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .redirectErrorStream(true)
                    .directory(pid.getParent().toFile());
            builder.environment().putAll(environment);
            var process = builder.start();
            Files.writeString(pid, process.pid() + "\n");
            return process;
        } catch (IOException e) {
            throw new Failure("Cannot start " + mark.name() + " (" + e.getMessage() + ").", e);
        }
    }

    private void makeRoom() throws IOException {
        if (Files.exists(log) && Files.size(log) > LOG_LIMIT) {
            Files.move(log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
