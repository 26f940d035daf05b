package dev.cutoff.notification.link;

/** What becomes of a token. */
public sealed interface Opening {

    /** It opens what the link was made for. */
    record Open(Link link) implements Opening {}

    /** It was ours, and is expired or revoked. */
    record Over(Link link) implements Opening {}

    /** It opens nothing: forged, for another purpose, or forgotten long since. */
    record Nothing() implements Opening {}
}
