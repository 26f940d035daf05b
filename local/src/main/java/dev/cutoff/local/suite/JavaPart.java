package dev.cutoff.local.suite;

import dev.cutoff.local.home.Failure;
import dev.cutoff.local.home.Home.WorldFolder;
import dev.cutoff.local.process.Daemon;
import dev.cutoff.local.process.Ending;
import dev.cutoff.local.process.Mark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is the same for every Java process. */
abstract class JavaPart implements Part {

    /** More than the services give to what they are still answering. */
    private static final Duration LONGEST_ENDING = Duration.ofSeconds(10);

    final WorldFolder folder;
    private final Mark mark;
    private @Nullable ProcessHandle lastSeen;

    JavaPart(WorldFolder folder, String name) {
        this.folder = folder;
        this.mark = new Mark(folder.folder(), name);
    }

    abstract Daemon daemon(Mark own);

    @Override
    public final String name() {
        return mark.name();
    }

    @Override
    public final Path log() {
        return folder.log(name());
    }

    @Override
    public final Optional<ProcessHandle> process() {
        if (lastSeen == null || !mark.isOn(lastSeen)) {
            lastSeen = mark.find().orElse(null);
        }
        return Optional.ofNullable(lastSeen);
    }

    @Override
    public final void start() {
        lastSeen = daemon(mark).start().toHandle();
    }

    @Override
    public final void stop() {
        process().ifPresent(this::end);
        try {
            Files.deleteIfExists(folder.pid(name()));
        } catch (IOException e) {
            throw new Failure("Cannot delete " + folder.pid(name()) + " (" + e.getMessage() + ").", e);
        }
    }

    private void end(ProcessHandle process) {
        process.destroy();
        if (!Ending.await(() -> !mark.isOn(process), LONGEST_ENDING)) {
            // Frozen by a signal, or stuck: it does not hear us.
            process.destroyForcibly();
            Ending.await(() -> !mark.isOn(process), LONGEST_ENDING);
        }
    }
}
