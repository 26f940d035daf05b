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

    private final SignInStore store;
    private final SignInCoverage coverage;
    private final Gathering gathering;
    private final PartedMerge parted;
    private final Sightings sightings;
    private final PhaseTimes times;

    SignInMerge(
            SignInStore store,
            SignInCoverage coverage,
            Gathering gathering,
            PartedMerge parted,
            Sightings sightings,
            PhaseTimes times) {
        this.store = store;
        this.coverage = coverage;
        this.gathering = gathering;
        this.parted = parted;
        this.sightings = sightings;
        this.times = times;
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
    public boolean isBegun(Job job) {
        return parted.isBegun(job);
    }

    @Override
    public void forget(Job job) {
        parted.forget(job);
    }

    @Override
    public Counts merge(Job job, Runnable checkpoint) {
        if (job.days().isEmpty()) {
            coverage.recordNothing(job);
            return new Counts(0, 0, 0);
        }
        if (parted.takes(job)) {
            return parted.merge(job, checkpoint);
        }
        var gathered = gathering.gather(job, checkpoint);
        checkpoint.run();
        var took = times.begin();
        sightings.addUsages(job.tenantId());
        took.ends(Phase.USAGES);
        var discovered = sightings.workOutClients(job.tenantId(), job.id());
        took.ends(Phase.CLIENTS);
        sightings.end(job.tenantId(), job.id(), discovered, gathered.speaksOfOthers());
        took.ends(Phase.SILENCE);
        return gathered.counts();
    }
}
