package dev.cutoff.notification.delivery;

import dev.cutoff.notification.notice.SendingConfig;
import java.time.Duration;

/** Settings of a test. */
record Quickly(
        Duration lease,
        Duration replyTimeout,
        Duration connectTimeout,
        Duration firstPause,
        Duration longestPause,
        Duration quarantine,
        Duration afterBounce,
        int parallel)
        implements SendingConfig {

    static final Quickly SETTINGS = new Quickly(
            Duration.ofSeconds(30),
            Duration.ofSeconds(2),
            Duration.ofSeconds(2),
            Duration.ZERO,
            Duration.ofMinutes(1),
            Duration.ZERO,
            Duration.ZERO,
            2);
}
