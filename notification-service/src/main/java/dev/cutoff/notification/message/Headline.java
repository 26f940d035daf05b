package dev.cutoff.notification.message;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * What a mail is about, in one line.
 *
 * @param about the most urgent thing in it
 * @param day of that
 * @param count how many clients it is about
 * @param unowned whether nobody answers for them
 */
public record Headline(About about, LocalDate day, int count, boolean unowned) {

    /** What may be the most urgent thing. */
    public enum About {
        STOPPED,
        STOPS_TODAY,
        STOPS,
        MAY_STOP,
        MAY_STOP_FROM,
        DECIDE
    }

    public boolean is(String name) {
        return about.name().equals(name);
    }

    static Headline of(Digest digest) {
        var stops = digest.tenants().stream()
                .flatMap(tenant -> tenant.stops().stream())
                .map(stop -> of(stop, digest.day()));
        var choices = digest.tenants().stream()
                .flatMap(tenant -> tenant.choices().stream())
                .map(choice -> new Headline(About.DECIDE, choice.by(), choice.count(), false));
        return Stream.concat(stops, choices)
                .min(Comparator.comparing(Headline::day))
                .orElseThrow();
    }

    private static Headline of(Digest.Stop stop, LocalDate today) {
        return new Headline(about(stop, today), stop.from(), stop.count(), stop.isUnowned());
    }

    private static About about(Digest.Stop stop, LocalDate today) {
        if (stop.isOver()) {
            return About.STOPPED;
        }
        if (stop.day() == null) {
            return stop.earliest().isAfter(today) ? About.MAY_STOP_FROM : About.MAY_STOP;
        }
        return stop.day().equals(today) ? About.STOPS_TODAY : About.STOPS;
    }
}
