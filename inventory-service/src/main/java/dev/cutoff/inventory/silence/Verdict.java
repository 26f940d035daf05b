package dev.cutoff.inventory.silence;

/** How far, and why. */
public record Verdict(Migration migration, MigrationReason reason) {}
