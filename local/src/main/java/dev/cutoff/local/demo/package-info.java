/**
 * The demo: the autumn of 2022, day by day, on a simulated clock. A {@link dev.cutoff.local.demo.Story} is a list of scenes, each of
 * which knows its days; what a scene prints is made from what the services answer, never from what the demo knows.
 */
@NullMarked
package dev.cutoff.local.demo;

import org.jspecify.annotations.NullMarked;
