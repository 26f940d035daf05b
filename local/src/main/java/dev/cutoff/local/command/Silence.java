package dev.cutoff.local.command;

import dev.cutoff.local.suite.Progress;
import java.time.Duration;

/** Where a program reads what we print, nothing is printed but what it asked for. */
final class Silence implements Progress {

    @Override
    public void ready(String part, String address, boolean wasRunning, Duration after) {
        // nobody looks
    }

    @Override
    public void stopped(String part) {
        // nobody looks
    }
}
