package dev.cutoff.notification.message;

/**
 * What the person was told of and need not think of any more.
 *
 * @param told the day that they were told
 */
public record AllClear(Digest.Topic topic, Why why, ToldDay told, Clients clients) {

    /** Why it is over. */
    public enum Why {
        /** The clients have moved on, or are gone or excepted. */
        RESOLVED,
        /** The vendor has taken it back, or it no longer concerns the tenant. */
        WITHDRAWN,
        /** The day holds no more, and no other is known: it still comes. */
        UNDATED
    }
}
