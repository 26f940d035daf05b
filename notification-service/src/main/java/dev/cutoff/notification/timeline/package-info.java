/** The way to timeline: which days hold for a tenant. Only {@link TimelineGateway} and its records leave this package. */
@NullMarked
package dev.cutoff.notification.timeline;

import org.jspecify.annotations.NullMarked;
