package dev.cutoff.local.client;

import dev.cutoff.local.home.Failure;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.function.LongConsumer;
import tools.jackson.databind.JsonNode;

/** Sends evidence to inventory and follows what becomes of it. */
public final class Imports {

    /** What is asked for at most of a job's rejected rows. */
    public static final int ERRORS_SHOWN = 10;

    private static final long LOOK_AGAIN_MILLIS = 200;

    private final URI inventory;
    private final Http http;
    private final ProgressBar bar;

    public Imports(URI inventory, Http http, ProgressBar bar) {
        this.inventory = inventory;
        this.http = http;
        this.bar = bar;
    }

    /**
     * Streams a file of any size, then waits until it is merged.
     *
     * @return the job as it ended
     */
    public JsonNode run(Path file, UUID tenant) {
        try {
            var size = Files.size(file);
            var job = http.post(
                    inventory.resolve("/v1/imports?tenant=" + tenant),
                    "application/octet-stream",
                    body(file, size, sent -> bar.show("sending", sent, size)));
            while (job.path("status").asString().equals("running")) {
                Thread.sleep(LOOK_AGAIN_MILLIS);
                job = http.get(inventory.resolve("/v1/imports/" + job.path("id").asString()));
                bar.say("merging, %,d rows".formatted(job.path("rows").asLong(0)));
            }
            return job;
        } catch (IOException e) {
            throw new Failure("Cannot read " + file + " (" + e.getMessage() + ").", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure("Interrupted; what has been sent whole is still merged.", e);
        } finally {
            bar.clear();
        }
    }

    /** The first of the rows that a job has rejected. */
    public JsonNode errors(String job) {
        return http.get(inventory.resolve("/v1/imports/" + job + "/errors?limit=" + ERRORS_SHOWN))
                .path("items");
    }

    private static BodyPublisher body(Path file, long size, LongConsumer sent) {
        var stream = BodyPublishers.ofInputStream(() -> {
            try {
                return new Counting(Files.newInputStream(file), sent);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        // With its length, so that a body that breaks off is known to be broken.
        return size == 0 ? BodyPublishers.noBody() : BodyPublishers.fromPublisher(stream, size);
    }

    private static final class Counting extends FilterInputStream {

        private final LongConsumer sent;
        private long count;

        Counting(InputStream in, LongConsumer sent) {
            super(in);
            this.sent = sent;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            var read = super.read(buffer, offset, length);
            if (read > 0) {
                count += read;
                sent.accept(count);
            }
            return read;
        }
    }
}
