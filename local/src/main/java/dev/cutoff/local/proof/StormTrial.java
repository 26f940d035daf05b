package dev.cutoff.local.proof;

import dev.cutoff.local.process.Ending;
import dev.cutoff.local.sink.Manner;
import dev.cutoff.local.suite.Replica;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Replicas that send together and are killed at random moments, one after the other, as long as there is something to send.
 *
 * @param notices in all
 * @param kills that are tried
 * @param seed of what is random
 * @param teller is told how far it is
 */
record StormTrial(int notices, int kills, long seed, Consumer<String> teller) implements Trial {

    private static final int TENANTS = 10;
    private static final int REPLICAS = 3;
    private static final int MOST_MILLIS_UP = 1_200;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @Override
    public String name() {
        return "random-kills";
    }

    @Override
    public int tenants() {
        return TENANTS;
    }

    @Override
    public int people() {
        return notices / TENANTS;
    }

    @Override
    public Outcome play(Stage stage, List<UUID> tenants) {
        var random = new Random(seed);
        var replicas = Stream.generate(stage::replica).limit(REPLICAS).toList();
        var pacing = new Pacing(stage.sink()::count, notices, kills, seed);
        stage.sink().behave(pacing);
        tenants.forEach(tenant -> stage.release(replicas.getFirst(), tenant));
        var killed = 0;
        while (killed < kills && stage.ledger().unsent(tenants) > 0) {
            // Somebody sends by now: a kill before that would meet no mail.
            Ending.await(pacing::isReached, PATIENCE);
            var victim = ready(replicas, random);
            Ending.await(() -> false, Duration.ofMillis(random.nextInt(MOST_MILLIS_UP)));
            victim.kill();
            victim.start();
            killed++;
            pacing.killed();
            if (killed % 10 == 0) {
                teller.accept("%d kills, %d notices not sent yet"
                        .formatted(killed, stage.ledger().unsent(tenants)));
            }
        }
        stage.sink().behave(Manner.GOOD);
        replicas.forEach(StormTrial::revive);
        var isAllSent = stage.awaitSent(tenants);
        replicas.forEach(Replica::stop);
        // What each had in hand over each of its connections when it was killed.
        return new Outcome(killed, 2 * killed, isAllSent ? List.of() : List.of("not all was sent in time"));
    }

    /** Its port may have been somebody else's while it was away. */
    private static void revive(Replica replica) {
        if (!replica.isRunning()) {
            replica.start();
        }
    }

    private static Replica ready(List<Replica> replicas, Random random) {
        replicas.forEach(StormTrial::revive);
        Ending.await(() -> replicas.stream().anyMatch(Replica::isReady), PATIENCE);
        var ready = replicas.stream().filter(Replica::isReady).toList();
        return ready.isEmpty() ? replicas.getFirst() : ready.get(random.nextInt(ready.size()));
    }
}
