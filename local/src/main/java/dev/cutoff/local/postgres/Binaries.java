package dev.cutoff.local.postgres;

import dev.cutoff.local.home.Failure;
import dev.cutoff.local.home.Home;
import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's programs: unpacked once from the jar of this platform. */
final class Binaries {

    /** It tells at length which file it takes. Held here, or its level would be forgotten. */
    private static final Logger RESOLVER = Logger.getLogger("io.zonky.test");

    private final Path folder;

    Binaries(Path folder) {
        this.folder = folder;
    }

    Path program(String name) {
        return folder.resolve("bin").resolve(name);
    }

    /** Unpacks beside the place and moves there, so that what is in place is whole. */
    void unpack() {
        if (Files.isDirectory(folder)) {
            return;
        }
        var next = folder.resolveSibling(folder.getFileName() + ".new");
        Home.delete(next);
        try (var archive = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(packed())))) {
            for (var entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
                unpack(archive, entry, next);
            }
            Files.move(next, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new Failure("Cannot unpack PostgreSQL to " + folder + " (" + e.getMessage() + ").", e);
        }
    }

    private static void unpack(InputStream archive, TarArchiveEntry entry, Path folder) throws IOException {
        var target = folder.resolve(entry.getName()).normalize();
        if (!target.startsWith(folder)) {
            throw new IOException("entry " + entry.getName() + " leads out of the archive");
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(archive, target);
        if ((entry.getMode() & 0100) != 0) {
            target.toFile().setExecutable(true);
        }
    }

    private static InputStream packed() throws IOException {
        RESOLVER.setLevel(Level.WARNING);
        try {
            var system = System.getProperty("os.name").startsWith("Mac") ? "Darwin" : System.getProperty("os.name");
            var machine = System.getProperty("os.arch");
            // The resolver's own names; only Intel's is known by two.
            return DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(
                    system, Set.of("amd64", "x86_64").contains(machine) ? "x86_64" : machine);
        } catch (IllegalStateException e) {
            throw new Failure(
                    "There are no PostgreSQL binaries for this machine (%s, %s): set CUTOFF_DB_URL to a PostgreSQL 18."
                            .formatted(System.getProperty("os.name"), System.getProperty("os.arch")),
                    e);
        }
    }
}
