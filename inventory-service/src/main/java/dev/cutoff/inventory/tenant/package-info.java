/**
 * Tenants: Microsoft 365 organisations, with the attributes that decide which vendor rule holds for them and the contacts that decide
 * and that answer for what nobody owns.
 */
@NullMarked
package dev.cutoff.inventory.tenant;

import org.jspecify.annotations.NullMarked;
