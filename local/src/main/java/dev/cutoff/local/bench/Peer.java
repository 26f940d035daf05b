package dev.cutoff.local.bench;

/** Somebody who answers questions; one for each thread. */
interface Peer extends AutoCloseable {

    /** Asks about a tenant, and reads the whole answer. @return how many items it has, as far as the peer looks */
    int ask(String tenant);

    @Override
    void close();
}
