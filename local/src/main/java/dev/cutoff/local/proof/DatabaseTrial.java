package dev.cutoff.local.proof;

import dev.cutoff.local.process.Ending;
import dev.cutoff.local.sink.Manner;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

/** PostgreSQL ends as in a power cut while mails are under way, and comes back. */
record DatabaseTrial() implements Trial {

    private static final int PEOPLE = 60;
    private static final int BEFORE = 15;
    private static final Duration STEP = Duration.ofMillis(20);
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Duration AWAY = Duration.ofSeconds(3);

    @Override
    public String name() {
        return "postgresql-stopped-immediate";
    }

    @Override
    public int people() {
        return PEOPLE;
    }

    @Override
    public Outcome play(Stage stage, List<UUID> tenants) {
        var faults = new ArrayList<String>();
        var senders = List.of(stage.replica(), stage.replica());
        stage.sink().behave(step -> {
            LockSupport.parkNanos(STEP.toNanos());
            return true;
        });
        var taken = stage.sink().count();
        tenants.forEach(tenant -> stage.release(senders.getFirst(), tenant));
        if (!Ending.await(() -> stage.sink().count() >= taken + BEFORE, PATIENCE)) {
            faults.add("nothing was sent");
        }
        stage.suite().crashDatabase(AWAY);
        if (stage.sink().count() == taken + PEOPLE) {
            faults.add("all was sent before");
        }
        if (!stage.awaitSent(tenants)) {
            faults.add("not all was sent in time");
        }
        stage.sink().behave(Manner.GOOD);
        senders.forEach(sender -> {
            if (!sender.isRunning()) {
                faults.add("a sender has ended");
            }
            sender.stop();
        });
        // Each connection of each sender may have had one mail past its end.
        return new Outcome(0, 4, faults);
    }
}
