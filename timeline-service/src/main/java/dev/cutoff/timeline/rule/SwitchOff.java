package dev.cutoff.timeline.rule;

import java.time.Instant;
import java.time.ZoneId;
import java.util.stream.Stream;

/**
 * The vendor's switch: from this moment the line is off, until something turns it on again.
 *
 * @param isFact somebody says that it happened to this very protocol; false if a named day has merely come, or all that is being
 *     rolled out was switched off: against that an exemption protects
 * @param cutoff the day, with its reason
 */
record SwitchOff(Instant at, boolean isFact, Basis basis, Cutoff cutoff) {

    /** What somebody saw, and told with a re-enable. */
    static Stream<SwitchOff> seen(Facts facts, ZoneId zone) {
        return facts.exemptions().stream()
                .map(Exemption::observedOffAt)
                .flatMap(Stream::ofNullable)
                .map(at -> {
                    var day = at.atZone(zone).toLocalDate();
                    var words = "Seen to be off on " + day + ", as told with the re-enable.";
                    return new SwitchOff(at, true, Basis.OBSERVED, Cutoff.on(day, words));
                });
    }
}
