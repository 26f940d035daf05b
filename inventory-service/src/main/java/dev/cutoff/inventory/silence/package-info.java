/**
 * What silence means. A protocol that is switched off leaves no sign-in at all, so a client that is not seen any more may have moved, be gone,
 * or stand still in front of a closed door: evidence must tell which. Pure: days in, a verdict with its reason out.
 */
@NullMarked
package dev.cutoff.inventory.silence;

import org.jspecify.annotations.NullMarked;
