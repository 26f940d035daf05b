/** The way to inventory: whose tenants, clients and usages there are. Only {@link InventoryGateway} and its records leave this package. */
@NullMarked
package dev.cutoff.notification.inventory;

import org.jspecify.annotations.NullMarked;
