package dev.cutoff.local.bench;

import dev.cutoff.local.process.Memory;

/** The most memory that a process had resident while somebody watched. */
final class MemoryWatch implements AutoCloseable {

    private static final long LOOK_AGAIN_MILLIS = 20;

    private final ProcessHandle process;
    private final Thread thread;
    private volatile long peak;
    private volatile boolean isOver;

    MemoryWatch(ProcessHandle process) {
        this.process = process;
        this.peak = now();
        this.thread = Thread.ofVirtual().start(this::watch);
    }

    private void watch() {
        try {
            while (!isOver) {
                peak = Math.max(peak, now());
                Thread.sleep(LOOK_AGAIN_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private long now() {
        return Memory.of(process).orElse(0L);
    }

    /** In bytes. */
    long peak() {
        return peak;
    }

    @Override
    public void close() {
        isOver = true;
        thread.interrupt();
    }
}
