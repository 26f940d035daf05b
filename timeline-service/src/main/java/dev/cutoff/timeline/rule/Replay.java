package dev.cutoff.timeline.rule;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the vendor's notices come to, read in the order in which they were published.
 *
 * <p>The latest word about the day holds, even over a day that has passed: a vendor that names another one says that nothing happened
 * on the first. Unless the line came back meanwhile, by a re-enable or the vendor's own hand: then the first day did its work, and the
 * second is a second switch-off.
 */
final class Replay {

    /** A day that was named and has not been withdrawn. */
    private record Named(Instant at, LocalDate day, Instant since, String message) {}

    private final Protocol protocol;
    private final ZoneId zone;
    private final Duration longestTest;
    private final List<Instant> comebacks;

    private final List<Span> scheduled = new ArrayList<>();
    private final List<Span> tests = new ArrayList<>();
    private final List<Span> sweepingTests = new ArrayList<>();
    private final List<Instant> reEnabled = new ArrayList<>();
    private final List<SwitchOff> switchOffs = new ArrayList<>();
    private @Nullable Named named;

    private Replay(Protocol protocol, ZoneId zone, Duration longestTest, List<Instant> comebacks) {
        this.protocol = protocol;
        this.zone = zone;
        this.longestTest = longestTest;
        this.comebacks = comebacks;
    }

    /**
     * @param notices about the line of this protocol, in the order of their publication
     * @param longestTest how long a temporary test lasts if nothing ends it
     * @param comebacks when the tenant's re-enables began to work
     */
    static Replay of(
            List<VendorNotice> notices, Protocol protocol, ZoneId zone, Duration longestTest, List<Instant> comebacks) {
        var replay = new Replay(protocol, zone, longestTest, comebacks);
        notices.forEach(replay::read);
        replay.settle();
        return replay;
    }

    /** While the vendor's word stood that a day would come. */
    List<Span> scheduled() {
        return scheduled;
    }

    /** Temporary tests that are said of this very protocol. */
    List<Span> tests() {
        return tests;
    }

    /** Temporary tests of all that is being rolled out. */
    List<Span> sweepingTests() {
        return sweepingTests;
    }

    /** When the vendor turned it on again, other than at the end of a test. */
    List<Instant> reEnabled() {
        return reEnabled;
    }

    List<SwitchOff> switchOffs() {
        return switchOffs;
    }

    private void read(VendorNotice notice) {
        switch (notice.kind()) {
            case SCHEDULED, POSTPONED -> {
                withdraw(notice.publishedAt());
                name(notice);
            }
            case CANCELLED -> withdraw(notice.publishedAt());
            case DISABLED -> disabled(notice);
            case TEMPORARILY_OFF -> {
                var begins = notice.moment(zone);
                (isNamed(notice) ? tests : sweepingTests).add(Span.of(begins, begins.plus(longestTest)));
            }
            case RE_ENABLED -> reEnabled(notice.publishedAt());
            case OPT_OUT_RECEIVED, OPT_OUT_VOIDED -> {
                // about what the tenant obtained, not about the switch
            }
        }
    }

    private void name(VendorNotice notice) {
        if (notice.day() != null) {
            named = new Named(notice.moment(zone), notice.day(), notice.publishedAt(), notice.message());
        }
    }

    /** The vendor no longer stands by the day that it had named; if the line came back since, that day had come true. */
    private void withdraw(Instant at) {
        if (named == null) {
            return;
        }
        var day = named.at();
        if (comebacks.stream().anyMatch(comeback -> !comeback.isBefore(day) && !comeback.isAfter(at))) {
            settle();
            return;
        }
        scheduled.add(Span.of(named.since(), at));
        named = null;
    }

    /** The day that was named last comes true, as far as we are told. */
    private void settle() {
        if (named == null) {
            return;
        }
        var reason = "The vendor named %s for this tenant (%s).".formatted(named.day(), named.message());
        scheduled.add(Span.of(named.since(), named.at()));
        switchOffs.add(new SwitchOff(named.at(), false, Basis.ANNOUNCED, Cutoff.on(named.day(), reason)));
        named = null;
    }

    private void disabled(VendorNotice notice) {
        var moment = notice.moment(zone);
        var namedDayHasCome =
                named != null && notice.day() == null && !named.at().isAfter(moment);
        var at = namedDayHasCome ? named.at() : moment;
        if (named != null) {
            scheduled.add(Span.of(named.since(), at));
            named = null;
        }
        var day = at.atZone(zone).toLocalDate();
        var reason = "The vendor says that it was switched off on %s (%s).".formatted(day, notice.message());
        switchOffs.add(new SwitchOff(at, isNamed(notice), Basis.CONFIRMED, Cutoff.on(day, reason)));
    }

    private boolean isNamed(VendorNotice notice) {
        return notice.named().contains(protocol);
    }

    private void reEnabled(Instant at) {
        if (endsTest(tests, at) | endsTest(sweepingTests, at)) {
            return;
        }
        if (named != null && !named.at().isAfter(at)) {
            settle();
        }
        reEnabled.add(at);
    }

    private static boolean endsTest(List<Span> tests, Instant at) {
        var isTested = tests.stream().anyMatch(test -> test.contains(at));
        tests.replaceAll(test -> test.contains(at) ? test.endingBy(at) : test);
        return isTested;
    }
}
