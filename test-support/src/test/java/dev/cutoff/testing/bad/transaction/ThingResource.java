package dev.cutoff.testing.bad.transaction;

import jakarta.transaction.Transactional;

/** A transaction as long as a request. */
class ThingResource {

    @Transactional
    void change() {
        // what it would do does not matter to the rule
    }
}
