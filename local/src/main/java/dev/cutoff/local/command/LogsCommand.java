package dev.cutoff.local.command;

import dev.cutoff.local.home.Failure;
import dev.cutoff.local.home.Settings;
import dev.cutoff.local.suite.Suite;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "logs", description = "Print the end of a log.")
final class LogsCommand implements Callable<Integer> {

    private static final long FOLLOW_MILLIS = 200;

    private final Settings settings;

    @Parameters(
            paramLabel = "SERVICE",
            description = "inventory, timeline, notification, servers (issuer and mail) or postgresql.")
    private String service = "";

    @Option(
            names = "-n",
            paramLabel = "LINES",
            defaultValue = "100",
            description = "How many lines (${DEFAULT-VALUE}).")
    private int lines;

    @Option(
            names = {"-f", "--follow"},
            description = "Go on until Ctrl-C.")
    private boolean isFollowing;

    LogsCommand(Settings settings) {
        this.settings = settings;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        var log = Suite.current(settings).log(service);
        if (!Files.exists(log)) {
            throw new Failure("There is no log yet at " + log + ".");
        }
        try (var file = new RandomAccessFile(log.toFile(), "r")) {
            file.seek(lastLines(file));
            copy(file);
            while (isFollowing) {
                Thread.sleep(FOLLOW_MILLIS);
                if (hasBeenReplaced(file, log)) {
                    file.seek(0);
                }
                copy(file);
            }
        }
        return 0;
    }

    /** Where the last lines begin; looked for backwards, since a log may be long. */
    private long lastLines(RandomAccessFile file) throws IOException {
        var position = file.length();
        var found = 0;
        while (position > 0 && found <= lines) {
            position--;
            file.seek(position);
            if (file.read() == '\n') {
                found++;
            }
        }
        return position == 0 && found <= lines ? 0 : position + 1;
    }

    private static boolean hasBeenReplaced(RandomAccessFile file, Path log) throws IOException {
        return Files.exists(log) && Files.size(log) < file.getFilePointer();
    }

    private static void copy(RandomAccessFile file) throws IOException {
        var buffer = new byte[8192];
        for (var read = file.read(buffer); read > 0; read = file.read(buffer)) {
            System.out.write(buffer, 0, read);
        }
        System.out.flush();
    }
}
