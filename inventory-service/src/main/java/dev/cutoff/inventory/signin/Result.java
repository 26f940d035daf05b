package dev.cutoff.inventory.signin;

/** What came of a sign-in. Attempts are not use: a wrong password says nothing about what an account depends on. */
public enum Result {
    SUCCESS,
    /** Stopped by a policy, {@link dev.cutoff.inventory.vocabulary.PolicyBlocks}: the client is there, and somebody keeps it out. */
    BLOCKED,
    FAILURE
}
