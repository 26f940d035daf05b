package dev.cutoff.inventory;

import dev.cutoff.testing.ServiceArchitecture;

class ArchitectureTest extends ServiceArchitecture {

    ArchitectureTest() {
        super("dev.cutoff.inventory", "dev.cutoff.inventory.silence");
    }
}
