package dev.cutoff.testing.bad.store;

/** A store that anybody can reach. */
public class ThingStore {}
