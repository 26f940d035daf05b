package dev.cutoff.inventory.signin;

/** What came of a sign-in. Attempts are not use: a wrong password says nothing about what an account depends on. */
public enum Result {
    SUCCESS,
    /** Stopped by Conditional Access: the client is there, and somebody keeps it out. */
    BLOCKED,
    FAILURE;

    /** The vendor's code for "blocked by Conditional Access". */
    private static final int BLOCKED_BY_CONDITIONAL_ACCESS = 53003;

    static Result of(int errorCode) {
        return switch (errorCode) {
            case 0 -> SUCCESS;
            case BLOCKED_BY_CONDITIONAL_ACCESS -> BLOCKED;
            default -> FAILURE;
        };
    }
}
