package dev.cutoff.inventory.client;

import dev.cutoff.commons.json.WireName;
import dev.cutoff.inventory.client.VerdictStore.ClientUse;
import dev.cutoff.inventory.client.VerdictStore.UsageUse;
import dev.cutoff.inventory.coverage.Coverages;
import dev.cutoff.inventory.coverage.SpokenDays;
import dev.cutoff.inventory.silence.Activity;
import dev.cutoff.inventory.silence.Silence;
import dev.cutoff.inventory.silence.Verdict;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Judges anew how far clients and usages are on their way. New evidence of one account is evidence of the silence of all others: it is then
 * done for the whole tenant, which writes only what has changed.
 */
@Singleton
class Judging {

    private final VerdictStore store;
    private final Coverages coverages;
    private final Clock clock;

    Judging(VerdictStore store, Coverages coverages, Clock clock) {
        this.store = store;
        this.coverages = coverages;
        this.clock = clock;
    }

    /** @param everything in the tenant, or the accounts and clients that are being relinked */
    void judge(UUID tenant, boolean everything) {
        store.noteClaims(tenant, clock.instant().atZone(ZoneOffset.UTC).toLocalDate());
        var spoken = coverages.spokenDays(tenant);
        var usages = new Batch<Long>((ids, verdicts) -> store.saveUsages(tenant, ids, verdicts));
        store.eachUsageUse(
                tenant,
                everything,
                use -> judge(spoken, use)
                        .filter(verdict -> differs(verdict, use.migration(), use.migrationReason()))
                        .ifPresent(verdict -> usages.add(use.id(), verdict)));
        usages.flush();
        var clients = new Batch<UUID>((ids, verdicts) -> store.saveClients(tenant, ids, verdicts));
        var fold = new Fold(spoken, clients);
        store.eachClientUse(tenant, everything, fold::add);
        fold.end();
        clients.flush();
    }

    private static Optional<Verdict> judge(SpokenDays spoken, UsageUse use) {
        var activity = new Activity(use.firstSuccess(), use.lastSuccess(), use.successes(), use.lastBlock());
        return spoken.around(use.protocol(), use.authMethod())
                .map(backdrop -> Silence.of(new Silence.Trace(activity, backdrop)));
    }

    private static boolean differs(Verdict verdict, String migration, String reason) {
        return !WireName.of(verdict.migration()).equals(migration)
                || !WireName.of(verdict.reason()).equals(reason);
    }

    /** The uses of one client after the other, each judged when the next begins. */
    private static final class Fold {

        private final SpokenDays spoken;
        private final Batch<UUID> batch;
        private final List<Silence.Trace> traces = new ArrayList<>();
        private @Nullable ClientUse client;
        private @Nullable LocalDate modern;

        Fold(SpokenDays spoken, Batch<UUID> batch) {
            this.spoken = spoken;
            this.batch = batch;
        }

        void add(ClientUse use) {
            if (client == null || !client.id().equals(use.id())) {
                end();
                client = use;
            }
            if (use.protocol() == null || use.authMethod() == null) {
                return;
            }
            if (use.retires()) {
                trace(use, use.protocol(), use.authMethod());
            } else if (!use.authMethod().equals("unknown") && use.ownSuccess() != null) {
                modern = modern == null || use.ownSuccess().isAfter(modern) ? use.ownSuccess() : modern;
            }
        }

        private void trace(ClientUse use, String protocol, String authMethod) {
            if (use.lastSuccess() == null && use.lastBlock() == null) {
                return;
            }
            var activity = new Activity(use.firstSuccess(), use.lastSuccess(), use.successes(), use.lastBlock());
            spoken.around(protocol, authMethod)
                    .ifPresent(backdrop -> traces.add(new Silence.Trace(activity, backdrop)));
        }

        void end() {
            if (client != null) {
                var verdict = Silence.of(traces, modern, client.claimedOn());
                if (differs(verdict, client.migration(), client.migrationReason())) {
                    batch.add(client.id(), verdict);
                }
            }
            client = null;
            modern = null;
            traces.clear();
        }
    }

    /** Verdicts to be written, some at a time. */
    private static final class Batch<I> {

        private static final int MOST = 5000;

        private final BiConsumer<List<I>, List<Verdict>> save;
        private final List<I> ids = new ArrayList<>();
        private final List<Verdict> verdicts = new ArrayList<>();

        Batch(BiConsumer<List<I>, List<Verdict>> save) {
            this.save = save;
        }

        void add(I id, Verdict verdict) {
            ids.add(id);
            verdicts.add(verdict);
            if (ids.size() == MOST) {
                flush();
            }
        }

        void flush() {
            if (!ids.isEmpty()) {
                save.accept(ids, verdicts);
                ids.clear();
                verdicts.clear();
            }
        }
    }
}
