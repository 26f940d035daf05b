/**
 * The vendor's words in ours: which protocol and auth method a sign-in spoke, which product sent it. Pure: tables in, answers out; the
 * tables are data under {@code vocabulary/} in the resources, each row with its source.
 */
@NullMarked
package dev.cutoff.inventory.vocabulary;

import org.jspecify.annotations.NullMarked;
