package dev.cutoff.notification.plan;

import dev.cutoff.notification.affected.Cutoff;
import dev.cutoff.notification.ladder.Ladder;
import dev.cutoff.notification.line.Line;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What has to be read of a tenant, so that no more of it is than can be told. Pure. */
final class Wanted {

    /** From this many protocols on it is less to ask for all of an auth method at once. */
    private static final int MANY_PROTOCOLS = 3;

    /**
     * Something to ask for.
     *
     * @param protocol null for all
     */
    record Ask(@Nullable String protocol, String authMethod) {}

    private Wanted() {}

    /**
     * The lines of which something may be due, or of which somebody was told who hears of another day at once.
     *
     * @param told lines of which somebody was told or is to be
     */
    static Set<Line> lines(Scene scene, Set<Line> told) {
        var lines = new TreeSet<>(told);
        scene.cutoffs().values().stream()
                .filter(cutoff -> isWorthALook(scene, cutoff, told.contains(cutoff.line())))
                .map(Cutoff::line)
                .forEach(lines::add);
        return lines;
    }

    private static boolean isWorthALook(Scene scene, Cutoff cutoff, boolean isTold) {
        var policy = scene.policies().ladder(cutoff.line().programme());
        return cutoff.deadlines()
                .anyMatch(deadline -> Ladder.isWorthALook(
                        deadline, policy, scene.today(), scene.tenant().plannedOn(), isTold));
    }

    /** By auth method and protocol, so that a tenant that has moved on is not read whole for the few that have not. */
    static List<Ask> asks(Set<Line> lines) {
        return lines.stream()
                .collect(Collectors.groupingBy(
                        Line::authMethod, Collectors.mapping(Line::protocol, Collectors.toCollection(TreeSet::new))))
                .entrySet()
                .stream()
                .flatMap(entry -> entry.getValue().size() < MANY_PROTOCOLS
                        ? entry.getValue().stream().map(protocol -> new Ask(protocol, entry.getKey()))
                        : Stream.of(new Ask(null, entry.getKey())))
                .toList();
    }
}
