package dev.cutoff.notification.failpoint;

/** The moments between which one more or one less mail could come to be: before each, something is not yet so, and after it is. */
public enum Failpoint {
    /** The notices are claimed in a transaction that is not yet committed. */
    BEFORE_CLAIM_COMMIT,
    AFTER_CLAIM_COMMIT,
    /** The mail server has taken the sender. */
    AFTER_MAIL,
    /** The mail server waits for the mail. */
    AFTER_354,
    /** It is noted that the end of the mail is about to be sent; it is not sent. */
    AFTER_PRE_DOT_COMMIT,
    /** The end is sent, and the answer not read. */
    AFTER_DOT,
    /** The mail server has taken the mail, and that is not noted. */
    AFTER_250,
    AFTER_RESULT_COMMIT
}
