package dev.cutoff.local.home;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;

/**
 * The folder {@code .cutoff}, which holds all state.
 *
 * @param folder absolute
 */
public record Home(Path folder) {

    /** PostgreSQL's data, of all worlds. */
    public Path data() {
        return folder.resolve("data");
    }

    /** PostgreSQL's programs, unpacked. */
    public Path binaries() {
        return folder.resolve("postgresql");
    }

    /** What the script {@code cutoff} has built, each time into a folder of its own. */
    public Path builds() {
        return folder.resolve("build");
    }

    public Path passwords() {
        return folder.resolve("passwords");
    }

    Path lock() {
        return folder.resolve("lock");
    }

    /** The log of PostgreSQL, which belongs to no world. */
    public Path databaseLog() {
        return folder.resolve("logs/postgresql.log");
    }

    /** Where a world keeps its logs, processes, mails and clock. */
    public WorldFolder of(World world) {
        return new WorldFolder(
                switch (world) {
                    case OWN -> folder;
                    case DEMO -> folder.resolve("demo");
                    case BENCH -> folder.resolve("bench");
                    case OUTLOOK_BENCH -> folder.resolve("bench-outlook");
                    case NOTIFY_BENCH -> folder.resolve("bench-notify");
                    case PROOF -> folder.resolve("proof");
                });
    }

    /** The folder of one world. */
    public record WorldFolder(Path folder) {

        /** One {@code .eml} for each mail that was received. */
        public Path mail() {
            return folder.resolve("mail");
        }

        /** The simulated time; absent while real time runs. */
        public Path clock() {
            return folder.resolve("clock");
        }

        public Path log(String process) {
            return folder.resolve("logs").resolve(process + ".log");
        }

        /** The id of a process; for people and scripts, since the process table is the truth. */
        public Path pid(String process) {
            return folder.resolve("run").resolve(process + ".pid");
        }

        /** The settings of a service. */
        public Path settings(String service) {
            return folder.resolve("run").resolve(service + ".properties");
        }
    }

    /** Makes the folder, for its user only: it holds passwords and mails. */
    public void create() {
        try {
            if (!Files.isDirectory(folder)) {
                Files.createDirectories(folder);
                Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
            }
        } catch (IOException e) {
            throw new Failure(
                    "Cannot make the folder " + folder + " (" + e.getMessage() + "); CUTOFF_HOME names another.", e);
        }
    }

    /** Deletes a folder with all that is in it, if it is there. */
    public static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
