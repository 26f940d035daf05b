package dev.cutoff.inventory.evidence;

import dev.cutoff.inventory.client.Sightings;
import dev.cutoff.inventory.coverage.Coverages;
import dev.cutoff.inventory.evidence.SignInKeys.Written;
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
    private final KeyWriting keys;
    private final Staging staging;
    private final SignInCoverage coverage;
    private final Coverages coverages;
    private final Sightings sightings;

    SignInMerge(
            SignInStore store,
            KeyWriting keys,
            Staging staging,
            SignInCoverage coverage,
            Coverages coverages,
            Sightings sightings) {
        this.store = store;
        this.keys = keys;
        this.staging = staging;
        this.coverage = coverage;
        this.coverages = coverages;
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
        var countable = store.countable(job);
        var tooOld = store.rejectTooOld(job, countable);
        checkpoint.run();
        try (var writing = keys.begin(job, countable)) {
            sightings.begin();
            store.addUp(job, countable);
            checkpoint.run();
            sightings.findAccounts(job.tenantId());
            checkpoint.run();
            var written = writing.await();
            addTo(job, countable, written, checkpoint);
            return new Counts(written.fresh(), countable.rows() - written.fresh(), tooOld);
        }
    }

    private void addTo(Job job, Countable countable, Written written, Runnable checkpoint) {
        var before = coverages.spokenDays(job.tenantId());
        if (written.hasSeen()) {
            store.takeOffSeen(job);
        }
        coverage.recordDays(job, countable, written.hasSeen());
        checkpoint.run();
        sightings.merge(job.tenantId(), job.id(), before);
        coverage.recordAccounts(job);
    }
}
