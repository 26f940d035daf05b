package dev.cutoff.testing.bad.injection;

import jakarta.inject.Inject;

/** Hides what it needs. */
class Needy {

    @Inject
    String need;
}
