package dev.cutoff.notification;

import dev.cutoff.testing.ServiceArchitecture;

class ArchitectureTest extends ServiceArchitecture {

    ArchitectureTest() {
        super(
                "dev.cutoff.notification",
                "dev.cutoff.notification.escalation..",
                "dev.cutoff.notification.ladder..",
                "dev.cutoff.notification.line..");
    }
}
