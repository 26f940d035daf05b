/** The vendor's messages to a tenant (Message Center), as they were published, for who wants to read them beside what follows from them. */
@NullMarked
package dev.cutoff.inventory.message;

import org.jspecify.annotations.NullMarked;
