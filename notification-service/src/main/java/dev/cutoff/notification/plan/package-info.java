/**
 * Who is to be told, from what timeline and inventory say. A plan can be repeated at any time by any number of replicas and adds nothing
 * twice: {@link Planner} makes that of one tenant, {@link Planning} all that are asked for.
 */
@NullMarked
package dev.cutoff.notification.plan;

import org.jspecify.annotations.NullMarked;
