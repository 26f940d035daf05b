package dev.cutoff.testing.bad.store;

/** A resource that goes past the domain. */
record ThingResource(ThingStore store) {}
