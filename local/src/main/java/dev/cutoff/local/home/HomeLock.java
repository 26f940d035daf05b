package dev.cutoff.local.home;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** One command at a time starts or stops processes. The operating system lets go of it when the command is killed. */
public final class HomeLock implements AutoCloseable {

    private final FileChannel channel;

    private HomeLock(FileChannel channel) {
        this.channel = channel;
    }

    public static HomeLock take(Home home) {
        home.create();
        try {
            var channel = FileChannel.open(home.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            @Nullable FileLock lock = channel.tryLock();
            if (lock == null) {
                channel.close();
                throw new Failure("Another ./cutoff is starting or stopping the suite; wait for it to finish.");
            }
            return new HomeLock(channel);
        } catch (IOException e) {
            throw new Failure("Cannot lock " + home.lock() + " (" + e.getMessage() + ").", e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new Failure("Cannot unlock the suite (" + e.getMessage() + ").", e);
        }
    }
}
