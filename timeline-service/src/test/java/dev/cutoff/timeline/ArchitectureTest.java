package dev.cutoff.timeline;

import dev.cutoff.testing.ServiceArchitecture;

class ArchitectureTest extends ServiceArchitecture {

    ArchitectureTest() {
        super("dev.cutoff.timeline", "dev.cutoff.timeline.rule", "dev.cutoff.timeline.post");
    }
}
