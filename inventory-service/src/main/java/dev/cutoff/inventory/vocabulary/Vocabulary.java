package dev.cutoff.inventory.vocabulary;

/** All words that a sign-in is read by. */
public record Vocabulary(ClientApps clientApps, Products products, AppNames apps, PolicyBlocks blocks) {}
