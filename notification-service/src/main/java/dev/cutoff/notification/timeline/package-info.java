/** The way to timeline: which days hold for a tenant. Only {@link TimelineGateway}, its records and {@link Programmes} leave this package. */
@NullMarked
package dev.cutoff.notification.timeline;

import org.jspecify.annotations.NullMarked;
