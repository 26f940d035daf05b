package dev.cutoff.notification.transport;

import java.time.Duration;

/**
 * How much a mail server lets through.
 *
 * @param perMinute mails a minute; 0 for no limit
 * @param perDay recipients in any 24 hours; 0 for no limit
 */
public record Pace(int perMinute, int perDay) {

    public Pace {
        if (perMinute < 0 || perDay < 0) {
            throw new IllegalArgumentException("A rate is 0, for none, or more");
        }
    }

    public boolean isLimited() {
        return perMinute > 0 || perDay > 0;
    }

    /** The time between two mails that are sent evenly. */
    Duration interval() {
        return perMinute == 0 ? Duration.ZERO : Duration.ofMinutes(1).dividedBy(perMinute);
    }

    /** How many may leave together after a pause: as many as belong into a second, so that a slow look does not waste the rate. */
    int burst() {
        return Math.max(1, perMinute / 60);
    }
}
