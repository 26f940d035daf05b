package dev.cutoff.local.command;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A program that has been run to its end. */
record Run(int exit, String out, String err) {

    private static final int MINUTES = 4;

    static Run of(Path folder, Map<String, String> environment, String... command) throws Exception {
        var out = Files.createTempFile("run", ".out");
        var err = Files.createTempFile("run", ".err");
        try {
            // To files: what the program leaves running would keep a pipe open.
            var process = start(folder, environment, out, err, command);
            if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new AssertionError(String.join(" ", command) + " did not end: " + Files.readString(err));
            }
            return new Run(process.exitValue(), Files.readString(out), Files.readString(err));
        } finally {
            Files.delete(out);
            Files.delete(err);
        }
    }

    static Process start(Path folder, Map<String, String> environment, Path out, Path err, String... command)
            throws IOException {
        var builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectInput(new File("/dev/null"))
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().putAll(environment);
        return builder.start();
    }
}
