package dev.cutoff.inventory.vocabulary;

/**
 * What a sign-in used.
 *
 * @param known whether the vendor's word for it was in the table; if not, it is legacy until somebody knows better
 */
public record Use(Protocol protocol, AuthMethod authMethod, boolean known) {

    /** The log leaves the field empty: that is not knowing, and not modern. */
    static final Use UNSET = new Use(Protocol.UNSPECIFIED, AuthMethod.UNKNOWN, true);

    /** A word of the vendor that nobody has seen before. */
    static final Use NEVER_SEEN = new Use(Protocol.OTHER, AuthMethod.BASIC, false);
}
