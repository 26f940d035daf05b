package dev.cutoff.inventory.evidence;

import dev.cutoff.inventory.client.Sightings;
import jakarta.inject.Singleton;

/** Merges sign-ins: each is counted once, and what they show of accounts, usages and clients is handed on in sums. */
@Singleton
class SignInMerge implements Merge {

    /** From here on it is quicker to go through all rows of a tenant once than to look each up. */
    private static final int MANY = 2_000;

    private final SignInStore store;
    private final SignInCoverage coverage;
    private final Sightings sightings;

    SignInMerge(SignInStore store, SignInCoverage coverage, Sightings sightings) {
        this.store = store;
        this.coverage = coverage;
        this.sightings = sightings;
    }

    @Override
    public boolean takes(Job job) {
        return switch (job.format()) {
            case ENTRA_SIGN_IN_CSV, GRAPH_SIGN_IN_JSON, GRAPH_SIGN_IN_NDJSON -> true;
            case OWNER_LIST_CSV, CLIENT_LIST_CSV -> false;
        };
    }

    @Override
    public void prepare(Job job) {
        store.keepDays(job);
    }

    @Override
    public Counts merge(Job job) {
        if (job.days().isEmpty()) {
            coverage.recordNothing(job);
            return new Counts(0, 0, 0);
        }
        if (job.staged() > MANY) {
            store.planForMany();
        }
        var tooOld = store.rejectTooOld(job);
        var accepted = store.count(job);
        sightings.begin();
        store.addUp(job);
        coverage.recordDays(job);
        sightings.merge(job.tenantId());
        coverage.recordAccounts(job);
        return new Counts(accepted, job.staged() - job.rejected() - tooOld - accepted, tooOld);
    }
}
