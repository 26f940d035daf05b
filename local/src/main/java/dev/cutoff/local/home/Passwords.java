package dev.cutoff.local.home;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Properties;

/** Passwords of the database roles: made once for each home, readable by its user only. */
public final class Passwords {

    private static final String ADMIN = "admin";

    private final Path file;
    private final Properties known = new Properties();

    public Passwords(Home home) {
        this.file = home.passwords();
        if (Files.exists(file)) {
            try (var reader = Files.newBufferedReader(file)) {
                known.load(reader);
            } catch (IOException e) {
                throw new Failure("Cannot read " + file + " (" + e.getMessage() + ").", e);
            }
        }
    }

    /** Of the superuser of the embedded PostgreSQL. */
    public String admin() {
        return of(ADMIN);
    }

    /** Of the two roles of a service. */
    public String of(String service) {
        var password = known.getProperty(service);
        if (password == null) {
            password = random();
            known.setProperty(service, password);
            save();
        }
        return password;
    }

    private static String random() {
        var bytes = new byte[16];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private void save() {
        try {
            var next = Files.createTempFile(
                    file.getParent(),
                    "passwords",
                    ".tmp",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            try (var writer = Files.newBufferedWriter(next)) {
                known.store(writer, "Passwords of the database roles of local mode");
            }
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new Failure("Cannot write " + file + " (" + e.getMessage() + ").", e);
        }
    }
}
