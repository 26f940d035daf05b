package dev.cutoff.local.year;

/**
 * How large the year is.
 *
 * @param clients of all tenants together, each somebody's
 * @param days that are played, from the first of May 2026
 * @param seed the same one casts the same people, who do the same
 */
public record Size(int tenants, int owners, int clients, int days, long seed) {}
