/**
 * Dates as calendars: one event for each cutoff and each decision, for whoever has a token, and for calendar programmes that subscribe by a
 * signed link.
 */
@NullMarked
package dev.cutoff.timeline.calendar;

import org.jspecify.annotations.NullMarked;
