package dev.cutoff.inventory.evidence;

import dev.cutoff.commons.json.WireName;
import dev.cutoff.inventory.client.Sightings;
import dev.cutoff.inventory.evidence.format.FormatName;
import jakarta.inject.Singleton;
import java.util.EnumSet;
import java.util.Set;

/** Merges usage reports: their figures stand beside those of sign-ins, by source and day. */
@Singleton
class ReportMerge implements Merge {

    private static final Set<FormatName> FORMATS =
            EnumSet.of(FormatName.SMTP_AUTH_CLIENTS, FormatName.EWS_WEEKLY_USAGE);

    private final ReportedStore store;
    private final Staging staging;
    private final Sightings sightings;
    private final ReportCoverage coverage;

    ReportMerge(ReportedStore store, Staging staging, Sightings sightings, ReportCoverage coverage) {
        this.store = store;
        this.staging = staging;
        this.sightings = sightings;
        this.coverage = coverage;
    }

    @Override
    public boolean takes(Job job) {
        return FORMATS.contains(job.format());
    }

    @Override
    public Counts merge(Job job, Runnable checkpoint) {
        staging.plan(job);
        sightings.begin();
        var figures = store.read(job, WireName.of(job.format()));
        checkpoint.run();
        var changed = sightings.mergeReported(job.tenantId(), job.id());
        coverage.record(job);
        return new Counts(changed, figures - changed, 0);
    }
}
