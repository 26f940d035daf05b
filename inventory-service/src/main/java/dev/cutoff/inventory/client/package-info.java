/**
 * Clients, the accounts they sign in with, and what those accounts use. Accounts, usages and products are facts that evidence adds to; which
 * client is behind a usage, who answers for it and whether it shares its account is worked out from them ({@link Relinking}), so that the
 * same facts give the same clients in whatever order they came.
 */
@NullMarked
package dev.cutoff.inventory.client;

import org.jspecify.annotations.NullMarked;
