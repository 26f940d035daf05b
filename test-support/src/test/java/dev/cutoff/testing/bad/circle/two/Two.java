package dev.cutoff.testing.bad.circle.two;

import dev.cutoff.testing.bad.circle.one.One;
import java.util.List;

public record Two(List<One> ones) {}
