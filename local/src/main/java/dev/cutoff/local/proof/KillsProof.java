package dev.cutoff.local.proof;

import dev.cutoff.local.client.Clocks;
import dev.cutoff.local.client.Http;
import dev.cutoff.local.client.Patience;
import dev.cutoff.local.client.Tokens;
import dev.cutoff.local.home.Failure;
import dev.cutoff.local.sink.Manner;
import dev.cutoff.local.sink.Sink;
import dev.cutoff.local.suite.Service;
import dev.cutoff.local.suite.Suite;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Real processes of notification that are killed and frozen, on a real PostgreSQL that is, and against a mail server that hangs up. */
public final class KillsProof {

    /** Two weeks before the first tenants may be switched off: everybody is due the same rung. */
    private static final Instant DAY = Instant.parse("2022-09-16T13:00:00Z");

    private final Suite suite;
    private final Consumer<String> teller;

    /**
     * @param suite with all services running on databases that hold nothing
     * @param teller is told how far it is
     */
    public KillsProof(Suite suite, Consumer<String> teller) {
        this.suite = suite;
        this.teller = teller;
    }

    /**
     * @param notices that the replicas of the random kills have to send
     * @param kills at random moments
     * @param seed of what is random
     * @param only the names of the trials to make; empty for all
     * @throws Failure if there is no trial of such a name
     */
    public KillsReport run(int notices, int kills, long seed, List<String> only) {
        var began = System.nanoTime();
        var trials = chosen(notices, kills, seed, only);
        var administrator = Http.with(new Tokens(suite).token("admin", "*", "admin@cutoff.example"));
        var tenants = prepare(trials, administrator);
        try (var sink = new Sink()) {
            var ledger = new Ledger(suite, sink);
            var stage = new Stage(suite, sink, ledger, administrator, new AtomicInteger());
            stage.rehearse();
            var reports = new ArrayList<TrialReport>();
            for (var trial : trials) {
                teller.accept(trial.name());
                reports.add(play(trial, stage, tenants.get(trial)));
            }
            return KillsReport.of(reports, ledger.strays(), seed, seconds(began));
        }
    }

    private List<Trial> chosen(int notices, int kills, long seed, List<String> only) {
        var all = Stream.concat(
                        PointTrial.all(),
                        Stream.of(
                                new DropTrial(),
                                new FreezeTrial(),
                                new DatabaseTrial(),
                                new StormTrial(notices, kills, seed, teller)))
                .toList();
        var names = all.stream().map(Trial::name).toList();
        only.stream().filter(name -> !names.contains(name)).findFirst().ifPresent(name -> {
            throw new Failure("There is no trial %s; there are %s.".formatted(name, String.join(", ", names)));
        });
        return all.stream()
                .filter(trial -> only.isEmpty() || only.contains(trial.name()))
                .toList();
    }

    /** Everybody is planned, all is held but for the switch of all, and nobody sends. */
    private Map<Trial, List<UUID>> prepare(List<Trial> trials, Http administrator) {
        var clocks = new Clocks(suite, new Patience(Duration.ofMinutes(1), _ -> {}));
        clocks.set(DAY);
        var population = new Population(suite, administrator);
        var tenants = new HashMap<Trial, List<UUID>>();
        for (var trial : trials) {
            teller.accept("settling " + trial.name());
            tenants.put(
                    trial,
                    IntStream.range(0, trial.tenants())
                            .mapToObj(number -> population.settle(trial.name() + number, trial.people()))
                            .toList());
        }
        teller.accept("planning");
        clocks.set(DAY.plus(Duration.ofMinutes(1)));
        administrator.put(
                suite.addresses().of(Service.NOTIFICATION).resolve("/v1/dispatch"), "{\"state\": \"released\"}");
        suite.stop(Service.NOTIFICATION);
        return tenants;
    }

    private static TrialReport play(Trial trial, Stage stage, List<UUID> tenants) {
        var began = System.nanoTime();
        var waiting = stage.ledger().unsent(tenants);
        if (waiting != trial.tenants() * trial.people()) {
            throw new Failure("%d notices wait for %s, which has %d people"
                    .formatted(waiting, trial.name(), trial.tenants() * trial.people()));
        }
        var outcome = trial.play(stage, tenants);
        stage.sink().behave(Manner.GOOD);
        var tally = stage.ledger().tally(tenants);
        var faults = new ArrayList<>(outcome.faults());
        faults.addAll(tally.faults());
        if (tally.duplicates() > outcome.duplicatesAtMost()) {
            faults.add("%d mails came twice, and %d may".formatted(tally.duplicates(), outcome.duplicatesAtMost()));
        }
        return new TrialReport(
                trial.name(),
                tally.notices(),
                tally.mails(),
                outcome.kills(),
                tally.duplicates(),
                tally.resends(),
                seconds(began),
                List.copyOf(faults));
    }

    private static double seconds(long began) {
        return Math.round((System.nanoTime() - began) / 1e8) / 10.0;
    }
}
