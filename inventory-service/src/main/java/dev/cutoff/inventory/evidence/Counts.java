package dev.cutoff.inventory.evidence;

/**
 * What a merge made of the rows that were staged.
 *
 * @param rejected on top of those that were rejected when they were read
 */
record Counts(long accepted, long known, long rejected) {

    Counts plus(Counts more) {
        return new Counts(accepted + more.accepted, known + more.known, rejected + more.rejected);
    }
}
