package dev.cutoff.notification.forecast;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.PriorityQueue;

/**
 * How what waits leaves on one transport: the most urgent first, no more in an hour than the rate lets out and no more in 24 hours than the day
 * does. A pure function.
 *
 * <p>That every other handful goes round the tenants is left out: it moves single people by a little, and the last one not at all.
 */
final class Course {

    private static final Comparator<Waiting> URGENCY = Comparator.comparing(Waiting::nearest)
            .thenComparing(Waiting::severity)
            .thenComparing(Waiting::earliest);

    /** Of a day. */
    private static final int HOURS = 24;

    private final Deque<Waiting> later;
    private final PriorityQueue<Waiting> ready = new PriorityQueue<>(URGENCY);
    private final Deque<Integer> lastDay;
    private final int perHour;
    private final int perDay;
    private final List<Reached> reached = new ArrayList<>();
    private Instant hour;
    private Duration gone;

    private Course(List<Waiting> waiting, int perMinute, int perDay, List<Integer> lastDay, Instant now) {
        this.later = new ArrayDeque<>(
                waiting.stream().sorted(Comparator.comparing(Waiting::earliest)).toList());
        this.perHour = perMinute == 0 ? Integer.MAX_VALUE : perMinute * 60;
        this.perDay = perDay == 0 ? Integer.MAX_VALUE : perDay;
        this.lastDay = new ArrayDeque<>(lastDay);
        this.hour = now.truncatedTo(ChronoUnit.HOURS);
        this.gone = Duration.between(hour, now);
    }

    /**
     * @param perMinute 0 for no limit
     * @param perDay in any 24 hours; 0 for no limit
     * @param lastDay how many left in each of the last 24 hours, the oldest first
     */
    static List<Reached> of(List<Waiting> waiting, int perMinute, int perDay, List<Integer> lastDay, Instant now) {
        var course = new Course(waiting, perMinute, perDay, lastDay, now);
        while (!course.later.isEmpty() || !course.ready.isEmpty()) {
            course.playHour();
        }
        return List.copyOf(course.reached);
    }

    private void playHour() {
        while (!later.isEmpty() && later.getFirst().earliest().isBefore(hour.plus(1, ChronoUnit.HOURS))) {
            ready.add(later.removeFirst());
        }
        // Of the hour in which we are, only the rest.
        var rest = Duration.ofHours(1).minus(gone);
        var capacity = perHour == Integer.MAX_VALUE ? perHour : (int) (perHour * rest.toMillis() / 3_600_000);
        var left = Math.min(
                capacity, perDay - lastDay.stream().mapToInt(Integer::intValue).sum());
        var sent = send(Math.max(0, left), rest);
        note(sent);
        hour = ready.isEmpty() && !later.isEmpty()
                ? skipTo(later.getFirst().earliest().truncatedTo(ChronoUnit.HOURS))
                : hour.plus(1, ChronoUnit.HOURS);
        gone = Duration.ZERO;
    }

    private Instant skipTo(Instant next) {
        var skipped = Duration.between(hour, next).toHours() - 1;
        for (var i = 0; i < Math.min(HOURS, skipped); i++) {
            note(0);
        }
        return next.isAfter(hour) ? next : hour.plus(1, ChronoUnit.HOURS);
    }

    /** What left in an hour. */
    private void note(int sent) {
        lastDay.addLast(sent);
        while (lastDay.size() > HOURS) {
            lastDay.removeFirst();
        }
    }

    private int send(int capacity, Duration rest) {
        var sent = 0;
        while (!ready.isEmpty() && sent < capacity) {
            var next = ready.remove();
            var now = Math.min(next.count(), capacity - sent);
            reached.add(new Reached(next.tenants(), moment(next, sent, rest), moment(next, sent + now - 1, rest), now));
            sent += now;
            if (now < next.count()) {
                ready.add(new Waiting(
                        next.tenants(), next.nearest(), next.severity(), next.earliest(), next.count() - now));
            }
        }
        return sent;
    }

    /** Mails leave evenly. */
    private Instant moment(Waiting waiting, int before, Duration rest) {
        var evenly = perHour == Integer.MAX_VALUE
                ? Duration.ZERO
                : Duration.ofHours(1).multipliedBy(before).dividedBy(perHour);
        var at = hour.plus(Duration.ofHours(1).minus(rest)).plus(evenly);
        return at.isAfter(waiting.earliest()) ? at : waiting.earliest();
    }
}
