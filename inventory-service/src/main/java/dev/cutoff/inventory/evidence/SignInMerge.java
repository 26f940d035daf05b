package dev.cutoff.inventory.evidence;

import dev.cutoff.inventory.client.Sightings;
import dev.cutoff.inventory.evidence.format.FormatName;
import jakarta.inject.Singleton;
import java.util.EnumSet;
import java.util.Set;

/** Merges sign-ins: each is counted once, and what they show of accounts, usages and clients is handed on in sums. */
@Singleton
class SignInMerge implements Merge {

    private static final Set<FormatName> FORMATS =
            EnumSet.of(FormatName.ENTRA_SIGN_IN_CSV, FormatName.GRAPH_SIGN_IN_JSON, FormatName.GRAPH_SIGN_IN_NDJSON);

    /** From here on it is quicker to go through all rows of a tenant once than to look each up. */
    static final int MANY = 2_000;

    private final SignInStore store;
    private final Staging staging;
    private final SignInCoverage coverage;
    private final Sightings sightings;

    SignInMerge(SignInStore store, Staging staging, SignInCoverage coverage, Sightings sightings) {
        this.store = store;
        this.staging = staging;
        this.coverage = coverage;
        this.sightings = sightings;
    }

    @Override
    public boolean takes(Job job) {
        return FORMATS.contains(job.format());
    }

    @Override
    public void prepare(Job job) {
        store.keepDays(job);
    }

    @Override
    public Counts merge(Job job, Runnable checkpoint) {
        if (job.days().isEmpty()) {
            coverage.recordNothing(job);
            return new Counts(0, 0, 0);
        }
        if (job.staged() > MANY) {
            staging.planForMany();
        }
        var tooOld = store.rejectTooOld(job);
        checkpoint.run();
        var accepted = store.count(job);
        checkpoint.run();
        sightings.begin();
        store.addUp(job);
        coverage.recordDays(job);
        checkpoint.run();
        sightings.merge(job.tenantId());
        coverage.recordAccounts(job);
        return new Counts(accepted, job.staged() - job.rejected() - tooOld - accepted, tooOld);
    }
}
