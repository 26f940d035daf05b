/**
 * Exemptions: a ledger of what tenants obtained from the vendor, or chose themselves. People act in the vendor's portal and record it
 * later, so nothing here asks for permission; but what the rules of the day would not have given is refused, with what they would.
 */
@NullMarked
package dev.cutoff.timeline.exemption;

import org.jspecify.annotations.NullMarked;
