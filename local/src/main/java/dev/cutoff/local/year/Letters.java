package dev.cutoff.local.year;

import dev.cutoff.local.sink.Sink;
import java.net.URI;

/** The mail server of the year, and what has come there. */
public final class Letters implements AutoCloseable {

    private final Postbox postbox = new Postbox();
    private final Sink sink = Sink.reading(postbox::take);

    public URI address() {
        return sink.address();
    }

    Postbox postbox() {
        return postbox;
    }

    @Override
    public void close() {
        sink.close();
    }
}
