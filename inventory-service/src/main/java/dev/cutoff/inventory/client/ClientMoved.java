package dev.cutoff.inventory.client;

import java.util.UUID;

/** The client that was asked for was found to be another, and lives on under that one's id. */
final class ClientMoved extends RuntimeException {

    private final transient UUID from;
    private final transient UUID into;

    ClientMoved(UUID from, UUID into) {
        super("Client " + from + " is " + into + " now", null, false, false);
        this.from = from;
        this.into = into;
    }

    UUID from() {
        return from;
    }

    UUID into() {
        return into;
    }
}
