/**
 * Who calls and what they may see. Tenant scope is enforced twice: every query filters on it, and PostgreSQL's row-level security
 * is told at the start of each transaction.
 */
@NullMarked
package dev.cutoff.commons.security;

import org.jspecify.annotations.NullMarked;
