package dev.cutoff.local.proof;

import dev.cutoff.local.sink.Manner;
import dev.cutoff.local.sink.Step;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** A mail server that drops the connection at each step, a few times. */
record DropTrial() implements Trial {

    private static final int PEOPLE = 40;
    private static final int TIMES = 3;

    @Override
    public String name() {
        return "dropped-connections";
    }

    @Override
    public int people() {
        return PEOPLE;
    }

    @Override
    public Outcome play(Stage stage, List<UUID> tenants) {
        var sender = stage.replica();
        stage.sink().behave(dropping());
        tenants.forEach(tenant -> stage.release(sender, tenant));
        var isAllSent = stage.awaitSent(tenants);
        stage.sink().behave(Manner.GOOD);
        sender.stop();
        return new Outcome(0, TIMES, isAllSent ? List.of() : List.of("not all was sent in time"));
    }

    private static Manner dropping() {
        Map<Step, AtomicInteger> reached = new EnumMap<>(Step.class);
        for (var step : Step.values()) {
            reached.put(step, new AtomicInteger());
        }
        return step -> reached.get(step).incrementAndGet() > TIMES;
    }
}
