package dev.cutoff.inventory.evidence;

import dev.cutoff.commons.security.Callers;
import dev.cutoff.inventory.client.Sightings;
import jakarta.inject.Singleton;

/**
 * Merges a large file in parts, two at a time. Each is a transaction that is done once: first the counting, which leaves the sums; then what
 * follows from them for each half of the accounts that nobody shares; then for the others. The transaction of the job holds the tenant's lock
 * all the while, and ends the job when all parts are done. Once it has been counted, an import cannot be stopped, and whoever finds it
 * goes on where it stands.
 */
@Singleton
class PartedMerge {

    private final PartStore store;
    private final ImportStore imports;
    private final Gathering gathering;
    private final Staging staging;
    private final Sightings sightings;
    private final Callers callers;
    private final EvidenceConfig config;

    PartedMerge(
            PartStore store,
            ImportStore imports,
            Gathering gathering,
            Staging staging,
            Sightings sightings,
            Callers callers,
            EvidenceConfig config) {
        this.store = store;
        this.imports = imports;
        this.gathering = gathering;
        this.staging = staging;
        this.sightings = sightings;
        this.callers = callers;
        this.config = config;
    }

    boolean takes(Job job) {
        return !job.isDryRun() && (job.staged() >= config.partsFrom() || isBegun(job));
    }

    boolean isBegun(Job job) {
        return store.counted(job).isPresent();
    }

    Counts merge(Job job, Runnable checkpoint) {
        var counts =
                store.counted(job).orElseGet(() -> Beside.alone(config.longestMerge(), () -> count(job, checkpoint)));
        try (var one = begin(job, Part.ONE_HALF);
                var other = begin(job, Part.OTHER_HALF)) {
            one.await();
            other.await();
        }
        Beside.alone(config.longestMerge(), () -> workOut(job, Part.OTHERS));
        // Whether days have moved is not known any more to whoever goes on with what another has begun.
        sightings.end(job.tenantId(), job.id(), store.discovered(job), true);
        return counts;
    }

    void forget(Job job) {
        store.forget(job);
    }

    private Counts count(Job job, Runnable checkpoint) {
        var counts = gathering.gather(job, checkpoint).counts();
        checkpoint.run();
        imports.keepStagedErrors(job.tenantId(), job.id());
        store.keep(job, counts);
        return counts;
    }

    private Beside<Boolean> begin(Job job, Part part) {
        return Beside.begin("evidence-part", callers, config.longestMerge(), () -> workOut(job, part));
    }

    /** @return whether it had not been done */
    private boolean workOut(Job job, Part part) {
        if (store.isDone(job, part)) {
            return false;
        }
        staging.plan(job);
        sightings.begin();
        store.load(job, part);
        store.done(job, part, sightings.merge(job.tenantId(), job.id()));
        return true;
    }
}
