package dev.cutoff.timeline.rule;

import java.time.Instant;

/**
 * The vendor's switch: from this moment the line is off, until something turns it on again.
 *
 * @param isFact somebody says that it happened to this very protocol; false if a named day has merely come, or all that is being
 *     rolled out was switched off: against that an exemption protects
 * @param cutoff the day, with its reason
 */
record SwitchOff(Instant at, boolean isFact, Basis basis, Cutoff cutoff) {}
