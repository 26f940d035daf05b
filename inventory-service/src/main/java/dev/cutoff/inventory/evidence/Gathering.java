package dev.cutoff.inventory.evidence;

import dev.cutoff.commons.security.Callers;
import dev.cutoff.inventory.client.Sightings;
import dev.cutoff.inventory.coverage.Coverages;
import dev.cutoff.inventory.evidence.PhaseTimes.Stretch;
import dev.cutoff.inventory.evidence.SignInKeys.Written;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/** Counts each staged sign-in once, adds them up and finds their accounts. */
@Singleton
class Gathering {

    /**
     * What was gathered; the sums stand in {@code sighting}.
     *
     * @param speaksOfOthers whether it says something of usages that it need not name: there were some, and evidence speaks of other days now
     */
    record Gathered(Counts counts, boolean speaksOfOthers) {

        /** What another has gathered, who knew whether days had moved. */
        static Gathered before(Counts counts) {
            return new Gathered(counts, true);
        }
    }

    private static final Logger LOG = Logger.getLogger(Gathering.class);

    private final SignInStore store;
    private final SignInKeys keys;
    private final Staging staging;
    private final SignInCoverage coverage;
    private final Coverages coverages;
    private final Sightings sightings;
    private final Callers callers;
    private final EvidenceConfig config;
    private final PhaseTimes times;

    Gathering(
            SignInStore store,
            SignInKeys keys,
            Staging staging,
            SignInCoverage coverage,
            Coverages coverages,
            Sightings sightings,
            Callers callers,
            EvidenceConfig config,
            PhaseTimes times) {
        this.store = store;
        this.keys = keys;
        this.staging = staging;
        this.coverage = coverage;
        this.coverages = coverages;
        this.sightings = sightings;
        this.callers = callers;
        this.config = config;
        this.times = times;
    }

    /** @param checkpoint run between steps; it throws if somebody wants the import stopped */
    Gathered gather(Job job, Runnable checkpoint) {
        var took = times.begin();
        staging.plan(job);
        var countable = store.countable(job);
        var tooOld = store.rejectTooOld(job, countable);
        checkpoint.run();
        if (job.isDryRun()) {
            // One transaction that is undone, with the keys in it.
            addUp(job, countable, checkpoint, took);
            return end(job, countable, tooOld, keys.write(job, countable), took);
        }
        try (var writing =
                Beside.begin("evidence-keys", callers, config.longestMerge(), () -> writeKeys(job, countable))) {
            addUp(job, countable, checkpoint, took);
            return end(job, countable, tooOld, writing.await(), took);
        }
    }

    private Written writeKeys(Job job, Countable countable) {
        var took = times.begin();
        staging.commitWithoutWaiting();
        staging.plan(job);
        var written = keys.write(job, countable);
        took.ends(Phase.KEYS);
        return written;
    }

    private void addUp(Job job, Countable countable, Runnable checkpoint, Stretch took) {
        sightings.begin();
        store.addUp(job, countable);
        took.ends(Phase.ADDING_UP);
        checkpoint.run();
        sightings.findAccounts(job.tenantId());
        coverage.recordAccounts(job);
        took.ends(Phase.ACCOUNTS);
        checkpoint.run();
    }

    private Gathered end(Job job, Countable countable, long tooOld, Written written, Stretch took) {
        took.ends(Phase.AWAITING_KEYS);
        var before = coverages.spokenDays(job.tenantId());
        if (written.hasSeen()) {
            store.takeOffSeen(job);
        }
        coverage.recordDays(job, countable, written.hasSeen());
        var counts = new Counts(written.fresh(), countable.rows() - written.fresh(), tooOld);
        took.ends(Phase.DAYS);
        LOG.infof(
                "Sign-ins counted, import=%s rows=%d fresh=%d ms=[%s]",
                job.id(), countable.rows(), written.fresh(), took);
        var haveDaysMoved = !coverages.spokenDays(job.tenantId()).equals(before);
        return new Gathered(counts, haveDaysMoved && sightings.areUsagesKnown(job.tenantId()));
    }
}
