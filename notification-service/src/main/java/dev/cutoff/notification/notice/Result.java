package dev.cutoff.notification.notice;

import org.jspecify.annotations.Nullable;

/**
 * How an attempt ended.
 *
 * @param code reply code of the mail server; null if it gave none
 * @param reply its reply, cut short; null if it gave none
 */
public record Result(
        Outcome outcome,
        Phase phase,
        @Nullable Integer code,
        @Nullable String reply) {

    private static final int LONGEST_REPLY = 500;

    public Result {
        reply = reply == null || reply.length() <= LONGEST_REPLY ? reply : reply.substring(0, LONGEST_REPLY) + "...";
    }
}
