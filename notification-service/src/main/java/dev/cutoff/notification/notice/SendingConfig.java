package dev.cutoff.notification.notice;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Leases, back-off and quarantine: real time, all of them. */
@ConfigMapping(prefix = "cutoff.sending")
public interface SendingConfig {

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

    /** How long a mail rests that the mail server took and then could not deliver, though it might another time. */
    @WithDefault("4H")
    Duration afterBounce();

    /** How many mails leave side by side, each over a connection of its own. */
    @WithDefault("2")
    int parallel();

    /** Doubles the pause with every time before, up to the longest. */
    default Duration doubled(Duration pause, int timesBefore) {
        var doubled = pause.multipliedBy(1L << Math.min(timesBefore, 20));
        return doubled.compareTo(longestPause()) < 0 ? doubled : longestPause();
    }
}
