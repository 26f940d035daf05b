package dev.cutoff.inventory.evidence;

/** Brings staged rows of one kind into the inventory, inside the transaction that ends the job. */
interface Merge {

    boolean takes(Job job);

    /** What must be there before the merge begins; runs in a transaction of its own and may run again. */
    default void prepare(Job job) {}

    /** Whether so much has been done that it cannot be undone any more, and goes on without what was staged. */
    default boolean isBegun(Job job) {
        return false;
    }

    /** Forgets how far it has come: it has ended. */
    default void forget(Job job) {}

    /**
     * @param checkpoint run between steps; it throws if somebody wants the import stopped
     */
    Counts merge(Job job, Runnable checkpoint);
}
