package dev.cutoff.notification.transport;

import dev.cutoff.notification.notice.SendingConfig;
import java.time.Duration;

/** Settings of a test. */
public record Quickly(
        Duration lease,
        Duration replyTimeout,
        Duration connectTimeout,
        Duration firstPause,
        Duration longestPause,
        Duration quarantine,
        Duration afterBounce,
        Uncertain uncertain,
        int batch,
        int parallel)
        implements SendingConfig {

    public static final Quickly SETTINGS = new Quickly(
            Duration.ofSeconds(30),
            Duration.ofSeconds(2),
            Duration.ofSeconds(2),
            Duration.ZERO,
            Duration.ofMinutes(1),
            Duration.ZERO,
            Duration.ZERO,
            Uncertain.RESEND,
            4,
            2);
}
