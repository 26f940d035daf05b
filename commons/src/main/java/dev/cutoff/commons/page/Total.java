package dev.cutoff.commons.page;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * How many there are in a list. Counted, never estimated; and no further than anybody would page.
 *
 * @param count how many were counted
 * @param precision whether those are all
 */
public record Total(long count, Precision precision) {

    /** Where counting stops: whoever has that many wants a filter and not a number. */
    static final int MOST = 10_000;

    /** Whether all were counted. */
    public enum Precision {
        @JsonProperty("exact")
        EXACT,
        @JsonProperty("at-least")
        AT_LEAST
    }

    /** @param counted as far as one beyond the most */
    static Total of(long counted) {
        return counted > MOST ? new Total(MOST, Precision.AT_LEAST) : new Total(counted, Precision.EXACT);
    }
}
