package dev.cutoff.local.bench;

import dev.cutoff.local.home.Failure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

/** Some threads that ask without a pause, each its own peer, about tenants picked by chance that is the same for every peer. */
record Load(List<String> tenants, Duration length) {

    /** How long each answer took, and how long all of it did. */
    record Lap(List<long[]> nanos, double seconds) {}

    Lap run(List<? extends Peer> peers) {
        try (var threads = Executors.newFixedThreadPool(peers.size())) {
            var began = System.nanoTime();
            var futures = new ArrayList<java.util.concurrent.Future<long[]>>();
            for (var i = 0; i < peers.size(); i++) {
                var peer = peers.get(i);
                var random = new Random(i);
                futures.add(threads.submit(() -> ask(peer, random, began + length.toNanos())));
            }
            var nanos = new ArrayList<long[]>();
            for (var future : futures) {
                nanos.add(future.get());
            }
            return new Lap(nanos, (System.nanoTime() - began) / 1e9);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Failure failure ? failure : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure("Interrupted.", e);
        }
    }

    private long[] ask(Peer peer, Random random, long end) {
        var nanos = new long[1024];
        var count = 0;
        for (var now = System.nanoTime(); now < end; ) {
            peer.ask(tenants.get(random.nextInt(tenants.size())));
            var after = System.nanoTime();
            if (count == nanos.length) {
                nanos = Arrays.copyOf(nanos, 2 * count);
            }
            nanos[count++] = after - now;
            now = after;
        }
        return Arrays.copyOf(nanos, count);
    }
}
