package dev.cutoff.inventory.evidence;

import dev.cutoff.commons.security.Callers;
import dev.cutoff.inventory.client.Sightings;
import dev.cutoff.inventory.coverage.Coverages;
import dev.cutoff.inventory.evidence.SignInKeys.Written;
import jakarta.inject.Singleton;

/** Counts each staged sign-in once, adds them up and finds their accounts. */
@Singleton
class Gathering {

    /**
     * What was gathered; the sums stand in {@code sighting}.
     *
     * @param haveDaysMoved whether evidence speaks of other days now
     */
    record Gathered(Counts counts, boolean haveDaysMoved) {}

    private final SignInStore store;
    private final SignInKeys keys;
    private final Staging staging;
    private final SignInCoverage coverage;
    private final Coverages coverages;
    private final Sightings sightings;
    private final Callers callers;
    private final EvidenceConfig config;

    Gathering(
            SignInStore store,
            SignInKeys keys,
            Staging staging,
            SignInCoverage coverage,
            Coverages coverages,
            Sightings sightings,
            Callers callers,
            EvidenceConfig config) {
        this.store = store;
        this.keys = keys;
        this.staging = staging;
        this.coverage = coverage;
        this.coverages = coverages;
        this.sightings = sightings;
        this.callers = callers;
        this.config = config;
    }

    /** @param checkpoint run between steps; it throws if somebody wants the import stopped */
    Gathered gather(Job job, Runnable checkpoint) {
        staging.plan(job);
        var countable = store.countable(job);
        var tooOld = store.rejectTooOld(job, countable);
        checkpoint.run();
        if (job.isDryRun()) {
            // One transaction that is undone, with the keys in it.
            addUp(job, countable, checkpoint);
            return end(job, countable, tooOld, keys.write(job, countable));
        }
        try (var writing =
                Beside.begin("evidence-keys", callers, config.longestMerge(), () -> writeKeys(job, countable))) {
            addUp(job, countable, checkpoint);
            return end(job, countable, tooOld, writing.await());
        }
    }

    private Written writeKeys(Job job, Countable countable) {
        staging.plan(job);
        return keys.write(job, countable);
    }

    private void addUp(Job job, Countable countable, Runnable checkpoint) {
        sightings.begin();
        store.addUp(job, countable);
        checkpoint.run();
        sightings.findAccounts(job.tenantId());
        checkpoint.run();
    }

    private Gathered end(Job job, Countable countable, long tooOld, Written written) {
        var before = coverages.spokenDays(job.tenantId());
        if (written.hasSeen()) {
            store.takeOffSeen(job);
        }
        coverage.recordDays(job, countable, written.hasSeen());
        coverage.recordAccounts(job);
        var counts = new Counts(written.fresh(), countable.rows() - written.fresh(), tooOld);
        return new Gathered(counts, !coverages.spokenDays(job.tenantId()).equals(before));
    }
}
