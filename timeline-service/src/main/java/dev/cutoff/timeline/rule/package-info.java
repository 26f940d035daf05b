/**
 * The heart: what holds for one line of one tenant at one instant, as a pure function of the facts that were known on a day. No
 * database, no HTTP, no clock.
 *
 * <p>It reads in this order: {@link dev.cutoff.timeline.rule.Programme} and its revisions are what the vendor announced to all;
 * {@link dev.cutoff.timeline.rule.Facts} are what it told one tenant and what that tenant obtained. {@code Coverage} finds the rule
 * that holds for the tenant, {@code Replay} what the vendor's notices come to, {@code Course} lays both beside the exemptions and
 * decides on any instant, {@code Timeline} cuts eternity into segments, and {@link dev.cutoff.timeline.rule.Outlook} is the answer.
 */
@NullMarked
package dev.cutoff.timeline.rule;

import org.jspecify.annotations.NullMarked;
