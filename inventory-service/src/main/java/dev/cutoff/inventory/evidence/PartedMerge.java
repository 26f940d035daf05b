package dev.cutoff.inventory.evidence;

import dev.cutoff.commons.security.Callers;
import dev.cutoff.inventory.client.Sightings;
import dev.cutoff.inventory.evidence.Gathering.Gathered;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/**
 * Merges a large file in parts, two at a time. Each is a transaction that is done once: first the counting, which leaves the sums; then what
 * follows from them for each half of the accounts that nobody shares; then for the others. The transaction of the job holds the tenant's lock
 * all the while, and ends the job when all parts are done. Once it has been counted, an import cannot be stopped, and whoever finds it
 * goes on where it stands.
 */
@Singleton
class PartedMerge {

    private static final Logger LOG = Logger.getLogger(PartedMerge.class);

    private final PartStore store;
    private final ImportStore imports;
    private final Gathering gathering;
    private final Staging staging;
    private final Sightings sightings;
    private final Callers callers;
    private final EvidenceConfig config;
    private final PhaseTimes times;

    PartedMerge(
            PartStore store,
            ImportStore imports,
            Gathering gathering,
            Staging staging,
            Sightings sightings,
            Callers callers,
            EvidenceConfig config,
            PhaseTimes times) {
        this.store = store;
        this.imports = imports;
        this.gathering = gathering;
        this.staging = staging;
        this.sightings = sightings;
        this.callers = callers;
        this.config = config;
        this.times = times;
    }

    boolean takes(Job job) {
        return !job.isDryRun() && (job.staged() >= config.partsFrom() || isBegun(job));
    }

    boolean isBegun(Job job) {
        return store.counted(job).isPresent();
    }

    Counts merge(Job job, Runnable checkpoint) {
        var gathered = store.counted(job)
                .map(Gathered::before)
                .orElseGet(() -> Beside.alone(config.longestMerge(), () -> count(job, checkpoint)));
        try (var one = begin(job, Part.ONE_HALF);
                var other = begin(job, Part.OTHER_HALF)) {
            one.await();
            other.await();
        }
        Beside.alone(config.longestMerge(), () -> workOut(job, Part.OTHERS));
        var took = times.begin();
        sightings.end(job.tenantId(), job.id(), store.discovered(job), gathered.speaksOfOthers());
        took.ends(Phase.SILENCE);
        return gathered.counts();
    }

    void forget(Job job) {
        store.forget(job);
    }

    private Gathered count(Job job, Runnable checkpoint) {
        staging.commitWithoutWaiting();
        var gathered = gathering.gather(job, checkpoint);
        checkpoint.run();
        var took = times.begin();
        if (job.rejected() > 0) {
            imports.keepStagedErrors(job.tenantId(), job.id());
        }
        store.keep(job, gathered.counts());
        took.ends(Phase.SUMS);
        return gathered;
    }

    private Beside<Boolean> begin(Job job, Part part) {
        return Beside.begin("evidence-part", callers, config.longestMerge(), () -> workOut(job, part));
    }

    /** @return whether it had not been done */
    private boolean workOut(Job job, Part part) {
        if (store.isDone(job, part)) {
            return false;
        }
        staging.commitWithoutWaiting();
        store.done(job, part, store.isEmpty(job, part) ? 0 : merge(job, part));
        return true;
    }

    /** @return how many clients were discovered */
    private int merge(Job job, Part part) {
        var took = times.begin();
        staging.plan(job);
        sightings.begin();
        store.load(job, part);
        took.ends(Phase.SUMS);
        sightings.addUsages(job.tenantId());
        took.ends(Phase.USAGES);
        var discovered = sightings.workOutClients(job.tenantId(), job.id());
        took.ends(Phase.CLIENTS);
        LOG.infof(
                "Part of an import merged, import=%s part=%s clients=%d ms=[%s]",
                job.id(), part.label(), discovered, took);
        return discovered;
    }
}
