package dev.cutoff.local.sink;

/** The moments of a mail at a server, in their order. */
public enum Step {
    GREETING,
    EHLO,
    MAIL,
    RCPT,
    DATA,
    /** The end of the mail has been read, and the server has not taken it. */
    END,
    /** The server has taken the mail, and has not said so. */
    TAKEN
}
