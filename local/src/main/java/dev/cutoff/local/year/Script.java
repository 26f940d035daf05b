package dev.cutoff.local.year;

import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;

/** What stops when, as it is known on each day of the year: SMTP AUTH with a password, from the vendor's plan of January 2026 on. */
final class Script {

    static final LocalDate FIRST = LocalDate.of(2026, 5, 1);
    /** From then on the vendor excepts one cloud. */
    static final LocalDate CANCELLED = LocalDate.of(2026, 10, 5);
    /** From then on it is not December any more but March. */
    static final LocalDate MOVED = LocalDate.of(2026, 11, 20);
    /** Notification stands still from the one day until before the other: two rungs fall due meanwhile. */
    static final LocalDate DOWN_FROM = LocalDate.of(2027, 2, 10);

    static final LocalDate DOWN_UNTIL = LocalDate.of(2027, 2, 24);

    private static final Stop DECEMBER = new Stop(LocalDate.of(2026, 12, 1), LocalDate.of(2026, 12, 31), false);
    private static final Stop MARCH = new Stop(LocalDate.of(2027, 3, 1), LocalDate.of(2027, 3, 31), false);

    /**
     * When it stops.
     *
     * @param from the day, or the first of the window
     * @param until the last of the window
     * @param isNamed whether it is the very day
     */
    record Stop(LocalDate from, LocalDate until, boolean isNamed) {

        static Stop on(LocalDate day) {
            return new Stop(day, day, true);
        }
    }

    private Script() {}

    /** Empty if nothing stops, as far as is known on that day. */
    static Optional<Stop> stop(Fate fate, LocalDate day) {
        return switch (fate) {
            case Fate.Unnamed ignored -> Optional.of(announced(day));
            case Fate.Cancelled ignored -> day.isBefore(CANCELLED) ? Optional.of(DECEMBER) : Optional.empty();
            case Fate.Blocked(var on) -> day.isBefore(on) ? Optional.of(announced(day)) : Optional.empty();
            case Fate.Named(var told, var named) -> Optional.of(day.isBefore(told) ? announced(day) : Stop.on(named));
            case Fate.Postponed(var told, var named, var toldAgain, var later) ->
                Optional.of(
                        day.isBefore(told)
                                ? announced(day)
                                : day.isBefore(toldAgain) ? Stop.on(named) : Stop.on(later));
        };
    }

    private static Stop announced(LocalDate day) {
        return day.isBefore(MOVED) ? DECEMBER : MARCH;
    }

    /** The days on which what is known of it changes. */
    static Stream<LocalDate> turns(Fate fate) {
        return switch (fate) {
            case Fate.Unnamed ignored -> Stream.of(MOVED);
            case Fate.Cancelled ignored -> Stream.of(CANCELLED);
            case Fate.Blocked(var on) -> Stream.of(MOVED, on);
            case Fate.Named(var told, var ignored) -> Stream.of(MOVED, told);
            case Fate.Postponed(var told, var ignored, var toldAgain, var alsoIgnored) ->
                Stream.of(MOVED, told, toldAgain);
        };
    }

    static boolean isDown(LocalDate day) {
        return !day.isBefore(DOWN_FROM) && day.isBefore(DOWN_UNTIL);
    }
}
