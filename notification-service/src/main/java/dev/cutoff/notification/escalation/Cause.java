package dev.cutoff.notification.escalation;

/** Why it is somebody's turn. */
public enum Cause {
    /** They are the first in line. */
    FIRST,
    /** Mail does not reach who was before them. */
    NOT_REACHED,
    /** Who was before them says that it is not theirs. */
    HANDED_ON,
    /** Who was before them has not answered in time. */
    NO_ANSWER
}
