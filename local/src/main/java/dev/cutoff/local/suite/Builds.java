package dev.cutoff.local.suite;

import dev.cutoff.local.home.Failure;
import dev.cutoff.local.home.Home;
import dev.cutoff.local.home.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Each build has a folder of its own, so that what runs keeps the files it was started from while the project is built anew. The
 * script {@code cutoff} makes them; here those go that nobody needs any more.
 */
final class Builds {

    private Builds() {}

    static void deleteUnused(Settings settings) {
        var all = settings.home().builds();
        if (!all.equals(settings.build().getParent())) {
            // Not laid out by the script: not ours to tidy.
            return;
        }
        var commands = ProcessHandle.allProcesses()
                .flatMap(process -> process.info().arguments().stream())
                .flatMap(Arrays::stream)
                .collect(Collectors.joining("\n"));
        try (var folders = Files.list(all)) {
            folders.filter(folder -> Files.isDirectory(folder) && !Files.isSymbolicLink(folder))
                    .filter(folder -> !folder.equals(settings.build()))
                    // One that is still being made, and the lock of who makes it.
                    .filter(folder -> Files.exists(folder.resolve("local")))
                    .filter(folder -> !commands.contains(folder.toString()))
                    .forEach(Home::delete);
        } catch (IOException e) {
            throw new Failure("Cannot look into " + all + " (" + e.getMessage() + ").", e);
        }
    }
}
