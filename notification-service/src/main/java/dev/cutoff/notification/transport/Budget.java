package dev.cutoff.notification.transport;

import jakarta.inject.Singleton;
import java.time.Duration;

/**
 * Keeps to what a mail server lets through, however many replicas send: whoever exceeds it is refused by the server, and mail that is
 * refused is late. Mails leave evenly and not in heaps, since that is what a limit a minute comes to. Part of the transaction that is open; real
 * time.
 */
@Singleton
public class Budget {

    /** What fell out of the last 24 hours comes back that late. */
    private static final Duration COUNT_AGAIN = Duration.ofMinutes(1);

    private final BudgetStore store;

    Budget(BudgetStore store) {
        this.store = store;
    }

    /**
     * How many mails may leave now. Nobody else takes from the budget until the transaction ends.
     *
     * @param wanted more would not be taken anyway
     */
    public int available(Transport transport, int wanted) {
        var pace = transport.pace();
        if (!pace.isLimited()) {
            return wanted;
        }
        var standing = store.lock(transport.name(), COUNT_AGAIN);
        var left = wanted;
        if (pace.perMinute() > 0) {
            left = Math.min(left, ready(standing.waited(), pace));
        }
        if (pace.perDay() > 0) {
            var taken = standing.stale() ? store.countDay(transport.name()) : standing.dayTaken();
            left = Math.min(left, pace.perDay() - taken);
        }
        return Math.max(0, left);
    }

    /** One when its moment has come, and one more for each interval since, up to a burst. */
    static int ready(double waited, Pace pace) {
        if (waited < 0) {
            return 0;
        }
        var intervals = waited / (pace.interval().toNanos() / 1e9);
        return (int) Math.min(pace.burst(), 1 + Math.floor(intervals));
    }

    /** @param count no more than was available */
    public void take(Transport transport, int count) {
        var pace = transport.pace();
        if (pace.isLimited() && count > 0) {
            store.take(transport.name(), count, pace.interval(), pace.burst());
        }
    }
}
