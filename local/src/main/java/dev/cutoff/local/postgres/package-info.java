/** PostgreSQL from the embedded binaries, or the one that CUTOFF_DB_URL names, with the roles and databases of production. */
@NullMarked
package dev.cutoff.local.postgres;

import org.jspecify.annotations.NullMarked;
