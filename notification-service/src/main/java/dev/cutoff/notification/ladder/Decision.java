package dev.cutoff.notification.ladder;

import org.jspecify.annotations.Nullable;

/** What is decided about one rung. */
public sealed interface Decision {

    int rung();

    Reason reason();

    /**
     * Tell the person.
     *
     * @param movedFrom what they were told before and is no longer so; null if that is not the case
     */
    record Send(int rung, Reason reason, @Nullable Earlier movedFrom) implements Decision {}

    /**
     * Tell the person that what they were told is over.
     *
     * @param rung days that were left
     * @param told what they were told
     */
    record AllClear(int rung, Reason reason, Earlier told) implements Decision {}

    /** Do not tell the person. */
    record Withhold(int rung, Reason reason) implements Decision {}

    /** Nobody was there to plan it while it was of use. */
    record Expire(int rung) implements Decision {

        @Override
        public Reason reason() {
            return Reason.TOO_LATE;
        }
    }
}
