package dev.cutoff.inventory.client;

import dev.cutoff.inventory.coverage.Coverages;
import dev.cutoff.inventory.coverage.SpokenDays;
import dev.cutoff.inventory.silence.Silence;
import dev.cutoff.inventory.silence.Verdict;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;

/** Judges anew how far clients and usages are on their way, where that can have changed. */
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

    /**
     * Begins with nobody to be judged; notes who has been claiming since when that a client has moved.
     *
     * @return what has succeeded after this day is not silent
     */
    LocalDate begin(UUID tenant) {
        store.begin();
        store.noteClaims(tenant, clock.instant().atZone(ZoneOffset.UTC).toLocalDate());
        return silentSince(coverages.spokenDays(tenant));
    }

    /** Where no log has spoken there is nothing to be silent in. */
    private static LocalDate silentSince(SpokenDays spoken) {
        return spoken.days().isEmpty()
                ? LocalDate.EPOCH
                : Silence.since(spoken.days().last());
    }

    /** Judges the clients that are drafted; their verdicts are written with them. */
    void judgeDrafts(UUID tenant) {
        judgeClients(tenant, coverages.spokenDays(tenant));
    }

    /** Judges the clients that are drafted and all whom evidence has touched. */
    void judgeTouched(UUID tenant) {
        var spoken = coverages.spokenDays(tenant);
        store.addSeen(tenant, silentSince(spoken));
        judgeChosen(tenant, spoken);
    }

    /** Judges those who have been silent for long: whether that says anything is for the days to say that evidence speaks of. */
    void judgeSilent(UUID tenant) {
        var spoken = coverages.spokenDays(tenant);
        store.begin();
        store.addSilent(tenant, silentSince(spoken));
        judgeChosen(tenant, spoken);
    }

    private void judgeChosen(UUID tenant, SpokenDays spoken) {
        store.addClients(tenant);
        store.profileUsages(tenant);
        var usages = new Batch(profile -> profile.ofUsage(spoken), verdicts -> store.giveUsages(tenant, verdicts));
        store.eachUsageProfile(usages::judge);
        usages.flush();
        judgeClients(tenant, spoken);
        store.saveJudged(tenant);
    }

    private void judgeClients(UUID tenant, SpokenDays spoken) {
        store.profileClients(tenant);
        var clients = new Batch(profile -> profile.ofClient(spoken), store::giveClients);
        store.eachClientProfile(clients::judge);
        clients.flush();
    }

    /** Verdicts to be given, some at a time. */
    private static final class Batch {

        private static final int MOST = 5000;

        private final Function<Profile, Verdict> judge;
        private final Consumer<Map<String, Verdict>> give;
        private final Map<String, Verdict> verdicts = new HashMap<>();

        Batch(Function<Profile, Verdict> judge, Consumer<Map<String, Verdict>> give) {
            this.judge = judge;
            this.give = give;
        }

        void judge(String text) {
            var profile = Profile.parse(text);
            var verdict = judge.apply(profile);
            if (profile.has(verdict)) {
                return;
            }
            verdicts.put(text, verdict);
            if (verdicts.size() == MOST) {
                flush();
            }
        }

        void flush() {
            if (!verdicts.isEmpty()) {
                give.accept(verdicts);
                verdicts.clear();
            }
        }
    }
}
