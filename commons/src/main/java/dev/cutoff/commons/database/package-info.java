/** The way to PostgreSQL: Jdbi inside JTA transactions, each of which begins by telling row-level security what may be seen. */
@NullMarked
package dev.cutoff.commons.database;

import org.jspecify.annotations.NullMarked;
