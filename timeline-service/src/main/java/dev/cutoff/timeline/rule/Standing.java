package dev.cutoff.timeline.rule;

import org.jspecify.annotations.Nullable;

/**
 * What holds at an instant, and what it rests on.
 *
 * @param basis null where nothing is known
 * @param stop if the line is off: the cutoff that took place
 */
record Standing(
        State state, @Nullable Basis basis, @Nullable Cutoff stop) {

    boolean isStopped() {
        return stop != null;
    }
}
