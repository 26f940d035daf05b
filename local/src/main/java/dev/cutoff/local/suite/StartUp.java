package dev.cutoff.local.suite;

import dev.cutoff.local.home.Failure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Waits until every part answers. */
final class StartUp {

    /** On a machine that also compiles; a part that has ended is noticed at once. */
    private static final Duration LONGEST = Duration.ofMinutes(3);

    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);

    private final Progress progress;
    private final long began = System.nanoTime();

    StartUp(Progress progress) {
        this.progress = progress;
    }

    /**
     * @param started those of the parts that this command has started
     */
    void await(List<Part> parts, List<Part> started) {
        var waiting = new ArrayList<>(parts);
        while (!waiting.isEmpty()) {
            for (var part : List.copyOf(waiting)) {
                if (part.isReady()) {
                    waiting.remove(part);
                    progress.ready(part.name(), part.address(), !started.contains(part), sinceBegin());
                } else if (part.process().isEmpty()) {
                    throw new Failure(part.name() + " ended while it was starting.", part.log());
                }
            }
            if (!waiting.isEmpty()) {
                requireTime(waiting.getFirst());
                pause();
            }
        }
    }

    private void requireTime(Part slow) {
        if (sinceBegin().compareTo(LONGEST) > 0) {
            throw new Failure(
                    "%s runs but is not ready after %d seconds; try ./cutoff down and up again."
                            .formatted(slow.name(), LONGEST.toSeconds()),
                    slow.log());
        }
    }

    private Duration sinceBegin() {
        return Duration.ofNanos(System.nanoTime() - began);
    }

    private static void pause() {
        try {
            Thread.sleep(LOOK_AGAIN);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure("Interrupted while the suite was starting.", e);
        }
    }
}
