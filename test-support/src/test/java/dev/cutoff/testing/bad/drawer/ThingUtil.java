package dev.cutoff.testing.bad.drawer;

/** Has no role. */
class ThingUtil {}
