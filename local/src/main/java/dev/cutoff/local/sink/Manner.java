package dev.cutoff.local.sink;

/** How a server behaves. Asked at each step of each connection, on the connection's own thread: it may take its time. */
@FunctionalInterface
public interface Manner {

    Manner GOOD = step -> true;

    /** @return whether the connection goes on; else it is dropped without a word, and what the step would have done is not done */
    boolean goesOn(Step step);
}
