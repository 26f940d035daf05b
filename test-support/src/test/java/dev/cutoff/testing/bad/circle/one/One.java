package dev.cutoff.testing.bad.circle.one;

import dev.cutoff.testing.bad.circle.two.Two;

public record One(Two two) {}
