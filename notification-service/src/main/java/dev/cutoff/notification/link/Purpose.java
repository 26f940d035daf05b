package dev.cutoff.notification.link;

/** What a link opens; a token for one opens none of the others. */
public enum Purpose {
    /** The page on which a person answers. */
    ANSWER("answer", "a"),
    /** What a mail program asks for when its user presses "unsubscribe" (RFC 8058). */
    UNSUBSCRIBE("unsubscribe", "u");

    private final String audience;
    private final String path;

    Purpose(String audience, String path) {
        this.audience = audience;
        this.path = path;
    }

    String audience() {
        return audience;
    }

    /** First part of the address, short because it stands in mails as text. */
    String path() {
        return path;
    }
}
