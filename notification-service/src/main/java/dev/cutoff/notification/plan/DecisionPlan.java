package dev.cutoff.notification.plan;

import dev.cutoff.notification.affected.Client;
import dev.cutoff.notification.ladder.Anchor;
import dev.cutoff.notification.ladder.Answered;
import dev.cutoff.notification.ladder.Deadline;
import dev.cutoff.notification.ladder.Reason;
import dev.cutoff.notification.ladder.State;
import dev.cutoff.notification.line.Line;
import dev.cutoff.notification.reminder.Family;
import dev.cutoff.notification.reminder.Reminder;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What those are told who can decide for the tenant: about each line that still puts a client at risk. Pure. */
final class DecisionPlan {

    /**
     * How many clients a line concerns.
     *
     * @param atRisk those that still need telling
     */
    record Count(int clients, int atRisk) {

        static final Count NONE = new Count(0, 0);

        private Count plus(boolean isAtRisk) {
            return new Count(clients + 1, isAtRisk ? atRisk + 1 : atRisk);
        }

        /** Counts the client with each of its lines. */
        static void add(Map<Line, Count> counts, Client client) {
            client.lines().forEach(line -> {
                var isAtRisk = client.isAtRisk(line);
                counts.merge(line, NONE.plus(isAtRisk), (count, one) -> count.plus(isAtRisk));
            });
        }
    }

    private DecisionPlan() {}

    /** @param earlier all decisions about decisions; what is about clients, or findings, is left alone */
    static List<LinePlan> of(Scene scene, Map<Line, Count> counts, Set<String> unreachable, List<Reminder> earlier) {
        var byLine = earlier.stream()
                .filter(reminder -> reminder.anchor() == Anchor.DECISION)
                .collect(Collectors.groupingBy(Reminder::line));
        var lines = new TreeSet<>(scene.cutoffs().keySet());
        lines.addAll(byLine.keySet());
        return lines.stream()
                .map(line -> of(
                        scene,
                        line,
                        counts.getOrDefault(line, Count.NONE),
                        Audience.ofDecision(scene.tenant(), scene.policies().of(line.programme()), unreachable),
                        byLine.getOrDefault(line, List.of())))
                .toList();
    }

    private static LinePlan of(Scene scene, Line line, Count count, Audience audience, List<Reminder> earlier) {
        var cutoff = scene.cutoffs().get(line);
        if (cutoff == null) {
            return LinePlan.of(concern(line, State.NOT_AFFECTED, null, true, false), audience, earlier, scene);
        }
        if (count.clients() == 0) {
            return LinePlan.gone(earlier, Reason.NOT_USED);
        }
        // A last day to decide that is gone is news only if what it was about is gone with it; else somebody has
        // decided.
        var isTakenBack = cutoff.deadline().isEmpty();
        var concern = concern(line, cutoff.state(), cutoff.decision().orElse(null), isTakenBack, count.atRisk() == 0);
        return LinePlan.of(concern, audience, earlier, scene);
    }

    private static LinePlan.Concern concern(
            Line line, State state, @Nullable Deadline deadline, boolean isTakenBack, boolean resolved) {
        return new LinePlan.Concern(
                line, Family.NO_CLIENT, Anchor.DECISION, state, deadline, isTakenBack, resolved, Answered.NOTHING);
    }
}
