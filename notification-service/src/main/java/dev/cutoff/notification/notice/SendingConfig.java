package dev.cutoff.notification.notice;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** Leases, back-off and quarantine: real time, all of them. */
@ConfigMapping(prefix = "cutoff.sending")
public interface SendingConfig {

    /** Longer than anybody waits. */
    Duration FOR_EVER = Duration.ofDays(36_500);

    /** How long a sender may take from the claim to the end of the mail; then another may try. */
    @WithDefault("2M")
    Duration lease();

    /** How long the mail server may take for one reply. Its last may be the slowest: it has the mail in hand by then. */
    @WithDefault("60S")
    Duration replyTimeout();

    @WithDefault("10S")
    Duration connectTimeout();

    /** The first pause after a mail was put off; it doubles with each attempt. */
    @WithDefault("1M")
    Duration firstPause();

    @WithDefault("1H")
    Duration longestPause();

    /**
     * How long a mail without an answer waits before it goes out once more: time for the answer, or a bounce, to arrive after all. It
     * doubles with each time that this happens.
     */
    @WithDefault("10M")
    Duration quarantine();

    /** What becomes of a mail without an answer: it goes out once more by itself, or waits until somebody decides. */
    @WithDefault("resend")
    Uncertain uncertain();

    /** What becomes of a mail without an answer. */
    enum Uncertain {
        RESEND,
        HOLD
    }

    /** How long a mail rests that the mail server took and then could not deliver, though it might another time. */
    @WithDefault("4H")
    Duration afterBounce();

    /** How many notices a sender claims at once: more cost less, and keep others waiting longer if it is killed. */
    @WithDefault("10")
    int batch();

    /**
     * How many mails leave side by side, each over a connection of its own; four less than {@code quarkus.datasource.jdbc.max-size} at most,
     * those of all transports together.
     */
    @WithDefault("2")
    int parallel();

    /**
     * How long a mail without an answer rests: time for the answer or a report to arrive after all, but none if what it tells would be past
     * its use by then; until somebody decides where a person is to.
     *
     * @param timesBefore how often it has gone out once more already
     * @param useLeft how long what it tells is of use; empty for ever
     */
    default Duration rest(int timesBefore, Optional<Duration> useLeft) {
        var rest = doubled(quarantine(), timesBefore);
        return switch (uncertain()) {
            case HOLD -> FOR_EVER;
            case RESEND -> useLeft.map(left -> left.compareTo(rest) < 0).orElse(false) ? Duration.ZERO : rest;
        };
    }

    /** Doubles the pause with every time before, up to the longest. */
    default Duration doubled(Duration pause, int timesBefore) {
        var doubled = pause.multipliedBy(1L << Math.min(timesBefore, 20));
        return doubled.compareTo(longestPause()) < 0 ? doubled : longestPause();
    }
}
