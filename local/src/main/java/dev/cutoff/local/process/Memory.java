package dev.cutoff.local.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** What a process takes of the machine's memory. */
public final class Memory {

    private Memory() {}

    /**
     * Resident bytes of a process; of one with children, of all together with what they share counted once. Empty where the
     * operating system does not tell.
     */
    public static Optional<Long> of(ProcessHandle process) {
        var children = process.descendants().toList();
        if (children.isEmpty()) {
            return value(process, "status", "VmRSS:").or(() -> resident(process));
        }
        var parts = Stream.concat(Stream.of(process), children.stream())
                .map(part -> value(part, "smaps_rollup", "Pss:"))
                .flatMap(Optional::stream)
                .toList();
        return parts.isEmpty()
                ? resident(process)
                : Optional.of(parts.stream().mapToLong(Long::longValue).sum());
    }

    private static Optional<Long> value(ProcessHandle process, String file, String label) {
        try (var lines = Files.lines(Path.of("/proc", Long.toString(process.pid()), file))) {
            return lines.filter(line -> line.startsWith(label))
                    .map(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                    .findFirst();
        } catch (IOException | RuntimeException e) {
            // Another operating system, or the process has just ended.
            return Optional.empty();
        }
    }

    private static Optional<Long> resident(ProcessHandle process) {
        try {
            var ps = new ProcessBuilder("ps", "-o", "rss=", "-p", Long.toString(process.pid())).start();
            var kilobytes = new String(ps.getInputStream().readAllBytes()).strip();
            return kilobytes.matches("\\d+") ? Optional.of(Long.parseLong(kilobytes) * 1024) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
