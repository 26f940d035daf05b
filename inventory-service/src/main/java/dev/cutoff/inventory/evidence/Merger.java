package dev.cutoff.inventory.evidence;

import dev.cutoff.commons.audit.AuditTrail;
import dev.cutoff.commons.json.WireName;
import dev.cutoff.commons.security.Caller;
import dev.cutoff.commons.security.Callers;
import dev.cutoff.commons.security.TenantScope;
import dev.cutoff.commons.time.Settling;
import dev.cutoff.inventory.tenant.TenantLock;
import dev.cutoff.inventory.tenant.TenantStatistics;
import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Merges what is staged, on any number of replicas. A merge and the end of its job are one transaction: a crash before the commit leaves
 * the job for whoever comes next, and after it nothing is left to do.
 */
@Singleton
class Merger implements Settling {

    private static final Logger LOG = Logger.getLogger(Merger.class);
    private static final Caller WORKER = Caller.system("evidence");
    private static final Duration LOOK_AGAIN = Duration.ofMillis(50);

    private final ImportStore store;
    private final JobStore jobs;
    private final Staging staging;
    private final List<Merge> merges;
    private final DifferenceStore differences;
    private final TenantLock lock;
    private final TenantStatistics statistics;
    private final AuditTrail audit;
    private final ImportFeed feed;
    private final EvidenceConfig config;
    private final PhaseTimes times;
    private final Semaphore lanes;
    private volatile boolean isStopping;

    Merger(
            ImportStore store,
            JobStore jobs,
            Staging staging,
            @All List<Merge> merges,
            DifferenceStore differences,
            TenantLock lock,
            TenantStatistics statistics,
            AuditTrail audit,
            ImportFeed feed,
            EvidenceConfig config,
            PhaseTimes times) {
        this.store = store;
        this.jobs = jobs;
        this.staging = staging;
        this.merges = merges;
        this.differences = differences;
        this.lock = lock;
        this.statistics = statistics;
        this.audit = audit;
        this.feed = feed;
        this.config = config;
        this.times = times;
        this.lanes = new Semaphore(config.merges());
    }

    /** Says that there is something to merge; who is at work already will find it. */
    void nudge() {
        Thread.ofVirtual().name("evidence-merge").start(() -> {
            try {
                drain();
            } catch (RuntimeException e) {
                LOG.warnf(e, "Nothing was taken up to merge; it will be with the next turn");
            }
        });
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void drain() {
        if (!lanes.tryAcquire()) {
            return;
        }
        try {
            while (!isStopping && mergeNext()) {
                // one job a turn
            }
        } finally {
            lanes.release();
        }
    }

    /** What is under way may end; what is waiting is for another replica, or for the next start. */
    void stop(@Observes ShutdownEvent stopping) {
        isStopping = true;
    }

    @Override
    public void settle() {
        drain();
        while (inSystem(jobs::hasWaiting)) {
            pause();
            drain();
        }
    }

    @Override
    public int order() {
        return 0;
    }

    private boolean mergeNext() {
        var next = inSystem(jobs::next);
        next.ifPresent(this::merge);
        return next.isPresent();
    }

    private void merge(Job job) {
        var sender = new Caller(job.sentBy(), TenantScope.of(Set.of(job.tenantId())));
        var merge = merges.stream().filter(one -> one.takes(job)).findFirst().orElseThrow();
        try {
            Callers.as(sender, () -> {
                QuarkusTransaction.requiringNew().run(() -> {
                    statistics.refresh(job.tenantId());
                    merge.prepare(job);
                });
                QuarkusTransaction.requiringNew()
                        .timeout((int) config.longestMerge().toSeconds())
                        .run(() -> merge(job, merge));
                return null;
            });
        } catch (Unwanted _) {
            inSystem(() -> {
                staging.drop(job.id());
                return store.cancel(job.tenantId(), job.id());
            });
        } catch (RuntimeException e) {
            putOff(job, merge, e);
        }
    }

    private void merge(Job job, Merge merge) {
        if (!jobs.claim(job)) {
            return;
        }
        lock.take(Set.of(job.tenantId()));
        var took = times.begin();
        took.took(Phase.WAITING, Duration.ofMillis(job.waitedMillis()));
        var isBegun = merge.isBegun(job);
        if (!isBegun && !staging.has(job.id(), job.staged())) {
            staging.drop(job.id());
            store.fail(job.tenantId(), job.id(), "The database lost what had been staged; send the body again");
            return;
        }
        var outcome = job.isDryRun() ? preview(job, merge) : new Outcome(merge.merge(job, () -> proceed(job)), null);
        if (job.rejected() > 0 && !isBegun) {
            store.keepStagedErrors(job.tenantId(), job.id());
        }
        store.succeed(job.tenantId(), job.id(), outcome.counts(), outcome.difference());
        if (merge.isBegun(job)) {
            merge.forget(job);
        } else {
            proceed(job);
        }
        staging.drop(job.id());
        audit(job);
        feed.succeeded(job, outcome.counts());
        took.ends(Phase.MERGING);
        LOG.infof(
                "Import merged, import=%s tenant=%s format=%s rows=%d ms=[%s]",
                job.id(), job.tenantId(), job.format(), job.rows(), took);
    }

    private record Outcome(Counts counts, @Nullable Difference difference) {}

    /** Merges, looks at what that has changed, and undoes all of it but for the list of what was rejected. */
    private Outcome preview(Job job, Merge merge) {
        differences.begin(job);
        var counts = merge.merge(job, () -> proceed(job));
        var difference = differences.read(job, WireName.of(job.format()));
        var rejected = jobs.rejectedInMerge(job);
        differences.undo();
        jobs.addErrors(job, rejected);
        return new Outcome(counts, difference);
    }

    /** Goes on, unless somebody wants the import stopped: then all that was done is rolled back. */
    private void proceed(Job job) {
        if (jobs.isUnwanted(job)) {
            throw new Unwanted();
        }
    }

    /** Somebody wants the import stopped. */
    private static final class Unwanted extends RuntimeException {

        Unwanted() {
            super(null, null, false, false);
        }
    }

    private void audit(Job job) {
        var after = store.find(job.id(), TenantScope.of(Set.of(job.tenantId()))).orElseThrow();
        audit.record(List.of(new AuditTrail.Entry(
                job.tenantId(), "created", ImportFeed.KIND, job.id().toString(), null, after, null)));
    }

    /**
     * Most failures pass, such as a database that goes away. One that stays is told on the job, and the log has the rest; but what has been
     * counted is finished, however long that takes.
     */
    private void putOff(Job job, Merge merge, RuntimeException failure) {
        int attempts;
        try {
            attempts = inSystem(() -> jobs.postpone(job));
        } catch (RuntimeException e) {
            failure.addSuppressed(e);
            LOG.warnf(failure, "Merge failed and could not be put off, it is tried again at once, import=%s", job.id());
            return;
        }
        if (attempts < config.attempts() || inSystem(() -> merge.isBegun(job))) {
            LOG.warnf(failure, "Merge failed and will be tried again, import=%s attempt=%d", job.id(), attempts);
            return;
        }
        LOG.errorf(failure, "Merge given up, import=%s attempts=%d", job.id(), attempts);
        inSystem(() -> {
            staging.drop(job.id());
            store.fail(
                    job.tenantId(), job.id(), "It could not be merged; the log of the service has more under this id");
            return Optional.empty();
        });
    }

    private static <T> T inSystem(java.util.function.Supplier<T> work) {
        return Callers.as(WORKER, () -> QuarkusTransaction.requiringNew().call(work::get));
    }

    private static void pause() {
        try {
            Thread.sleep(LOOK_AGAIN);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
