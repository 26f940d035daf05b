package dev.cutoff.local.proof;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A process that ends at a point of the protocol: where the mail cannot be there yet, with the first one, so that no other is on its way;
 * else with the third.
 *
 * @param point as {@code cutoff.failpoint.at} names it
 * @param duplicatesAtMost one where the server may have the mail and nobody knows, else none
 */
record PointTrial(String point, int duplicatesAtMost) implements Trial {

    private static final int PEOPLE = 20;

    static Stream<Trial> all() {
        var certain = Stream.of(
                "before-claim-commit", "after-claim-commit", "after-mail", "after-354", "after-result-commit");
        var open = Stream.of("after-pre-dot-commit", "after-dot", "after-250");
        return Stream.concat(
                certain.map(point -> new PointTrial(point, 0)), open.map(point -> new PointTrial(point, 1)));
    }

    @Override
    public String name() {
        return point;
    }

    @Override
    public int people() {
        return PEOPLE;
    }

    @Override
    public Outcome play(Stage stage, List<UUID> tenants) {
        var times = isBeforeTheEnd() ? 1 : 3;
        var victim = stage.replica(
                "-Dcutoff.failpoint.at=" + point,
                "-Dcutoff.failpoint.times=" + times,
                "-Dcutoff.sending.batch=5",
                "-Dcutoff.sending.parallel=1");
        tenants.forEach(tenant -> stage.release(victim, tenant));
        victim.awaitEnd();
        var before = stage.ledger().unsent(tenants);
        var survivor = stage.replica();
        var isAllSent = stage.awaitSent(tenants);
        survivor.stop();
        var faults = Stream.of(
                        before == 0 ? "it ended when all was sent" : "", isAllSent ? "" : "not all was sent in time")
                .filter(fault -> !fault.isEmpty());
        return new Outcome(1, duplicatesAtMost, faults.toList());
    }

    private boolean isBeforeTheEnd() {
        return duplicatesAtMost == 0 && !point.equals("after-result-commit");
    }
}
