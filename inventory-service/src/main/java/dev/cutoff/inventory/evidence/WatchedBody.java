package dev.cutoff.inventory.evidence;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A body whose reader can be told that it waits in vain. The server itself would close the connection after a while without a word; so the sender
 * would not learn why.
 */
final class WatchedBody extends FilterInputStream {

    private final Consumer<WatchedBody> end;
    private @Nullable Thread reader;
    private long since;

    /** @param end told once nobody reads any more */
    WatchedBody(InputStream body, Consumer<WatchedBody> end) {
        super(body);
        this.end = end;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        begin();
        try {
            return super.read(target, offset, length);
        } finally {
            end();
        }
    }

    private synchronized void begin() {
        reader = Thread.currentThread();
        since = System.nanoTime();
    }

    /** The interruption is for the waiting alone: whatever else the thread does is to go on, such as telling the sender. */
    private synchronized void end() {
        if (reader == null) {
            Thread.interrupted();
        }
        reader = null;
    }

    /** Ends the waiting if it has lasted too long; the reader gets an exception. */
    synchronized void look(Duration longest) {
        if (reader != null && System.nanoTime() - since > longest.toNanos()) {
            reader.interrupt();
            reader = null;
        }
    }

    /** The server closes the connection. */
    @Override
    public void close() {
        end.accept(this);
    }
}
