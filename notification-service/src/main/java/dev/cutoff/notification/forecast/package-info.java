/**
 * Who will have been reached when. {@link Course} plays the sending of what waits forward, hour by hour, by the rates that the transports keep to:
 * a pure function. {@link Forecasts} asks what waits, and shows a caller its own tenants.
 */
@NullMarked
package dev.cutoff.notification.forecast;

import org.jspecify.annotations.NullMarked;
