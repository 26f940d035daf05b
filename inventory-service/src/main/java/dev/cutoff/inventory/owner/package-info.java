/**
 * Owners: people and teams who answer for clients, and the rules that say which account is whose. A rule is kept whether or not any
 * evidence has named the account; what follows from it for clients is their business, told through {@link OwnerFollower}.
 */
@NullMarked
package dev.cutoff.inventory.owner;

import org.jspecify.annotations.NullMarked;
