package dev.cutoff.timeline.rule;

import org.jspecify.annotations.Nullable;

/**
 * What holds at an instant, and what it rests on.
 *
 * @param basis null where nothing is known
 * @param stop if something stopped the line on a day: the cutoff that took place; null if it is on, or off because the time of all is over
 */
record Standing(
        State state, @Nullable Basis basis, @Nullable Cutoff stop) {

    boolean isStopped() {
        return state == State.OFF || state == State.OFF_FOR_GOOD || state == State.BLOCKED_BY_TENANT;
    }
}
