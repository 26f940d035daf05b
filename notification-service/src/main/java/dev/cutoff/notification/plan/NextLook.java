package dev.cutoff.notification.plan;

import dev.cutoff.notification.ladder.Deadline;
import dev.cutoff.notification.ladder.Policy;
import dev.cutoff.notification.line.Line;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The next day on which a tenant's plan may come out otherwise although nobody has said anything: until then nothing has to be read of it. A
 * pure decision. What is said is not here: the feeds bring it, and the daily pass sees a cutoff that is another one by the calendar.
 */
record NextLook(LocalDate day, Cause cause) {

    /** Why that day; of several on one day the first. */
    enum Cause {
        /** A rung falls due. */
        RUNG,
        /** Somebody has had the time to answer. */
        SILENCE,
        /** It is over, or telling is of no use any more. */
        OVER,
        /** What somebody has planned should be done. */
        PROMISE,
        /** What evidence does not show may be told again. */
        FINDING,
        /** Evidence is stale if no more has come. */
        STALE,
        /** Something that no feed brings may have changed: vendor counts that somebody has typed in. */
        UNANNOUNCED
    }

    /** The vendor counts by the month. */
    static final int LONGEST_DAYS = 28;

    /** The days of one tenant, as it is planned today. */
    static final class Days {

        private final Scene scene;
        private final Set<Line> wanted;

        /** @param wanted the lines whose clients are read */
        Days(Scene scene, Set<Line> wanted) {
            this.scene = scene;
            this.wanted = wanted;
        }

        /** Whether there may be something to tell tomorrow of what is read today. */
        boolean isOpen() {
            return wanted.stream().anyMatch(this::isOpen);
        }

        private boolean isOpen(Line line) {
            var cutoff = scene.cutoffs().get(line);
            return cutoff == null
                    || cutoff.deadlines().findAny().isEmpty()
                    || cutoff.deadlines()
                            .map(deadline -> deadline.lastUse(ladder(line)))
                            .anyMatch(last -> last == null || last.isAfter(scene.today()));
        }

        /**
         * @param promised days for which something is planned
         * @param movingOn days on which silence may move on
         * @param findings days on which something may be told of evidence
         * @param staleFrom the first UTC day on which evidence is stale; null if there is none
         */
        Optional<NextLook> next(
                Collection<LocalDate> promised,
                Collection<LocalDate> movingOn,
                Stream<LocalDate> findings,
                @Nullable LocalDate staleFrom) {
            return Stream.of(
                            ofCutoffs(),
                            promised.stream().map(day -> new NextLook(afterPromised(day), Cause.PROMISE)),
                            movingOn.stream().map(day -> new NextLook(day, Cause.SILENCE)),
                            findings.map(day -> new NextLook(day, Cause.FINDING)),
                            Stream.ofNullable(staleFrom).map(this::stale),
                            isOpen()
                                    ? Stream.of(new NextLook(scene.today().plusDays(LONGEST_DAYS), Cause.UNANNOUNCED))
                                    : Stream.<NextLook>of())
                    .flatMap(looks -> looks)
                    .filter(look -> look.day().isAfter(scene.today()))
                    .min(Comparator.comparing(NextLook::day).thenComparing(NextLook::cause));
        }

        private Stream<NextLook> ofCutoffs() {
            return scene.cutoffs().values().stream()
                    .flatMap(cutoff -> cutoff.deadlines().flatMap(deadline -> of(cutoff.line(), deadline)));
        }

        /** Nobody was told of what is over and of which nothing is read. */
        private Stream<NextLook> of(Line line, Deadline deadline) {
            var rungs = rungs(deadline, ladder(line)).map(day -> new NextLook(day, Cause.RUNG));
            return wanted.contains(line) ? Stream.concat(rungs, over(line, deadline)) : rungs;
        }

        private Stream<NextLook> over(Line line, Deadline deadline) {
            return Stream.concat(Stream.of(deadline.day()), Stream.ofNullable(deadline.lastUse(ladder(line))))
                    .map(last -> new NextLook(last.plusDays(1), Cause.OVER));
        }

        /** A day of the tenant may begin before that of UTC: then it is not stale yet, and looked at once more. */
        private NextLook stale(LocalDate from) {
            var tomorrow = scene.today().plusDays(1);
            return new NextLook(from.isBefore(tomorrow) ? tomorrow : from, Cause.STALE);
        }

        private Policy ladder(Line line) {
            return scene.policies().ladder(line.programme());
        }
    }

    /** The days on which the rungs of a deadline fall due. */
    static Stream<LocalDate> rungs(Deadline deadline, Policy ladder) {
        return ladder.rungs().stream().map(rung -> deadline.dueOn(rung, ladder));
    }

    /** The first day on which what was planned for that one should be done. */
    static LocalDate afterPromised(LocalDate day) {
        return day.plusDays(1);
    }
}
