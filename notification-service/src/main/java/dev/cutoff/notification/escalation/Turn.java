package dev.cutoff.notification.escalation;

/** What is decided about somebody in line. */
public sealed interface Turn {

    Candidate candidate();

    /** They are told. */
    record Told(Candidate candidate, Cause cause) implements Turn {}

    /** They are passed over: mail does not reach them, or they say that it is somebody else's. */
    record Passed(Candidate candidate) implements Turn {}

    /** Somebody before them still has time to answer. */
    record Waits(Candidate candidate) implements Turn {}
}
