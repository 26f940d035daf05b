/**
 * A year of notices on real services: a vendor that moves its dates, people who answer, bounce or say nothing, and an oracle that judges from
 * the mails alone, as their readers have them.
 */
@NullMarked
package dev.cutoff.local.year;

import org.jspecify.annotations.NullMarked;
