package dev.cutoff.notification.plan;

import dev.cutoff.notification.ladder.Anchor;
import dev.cutoff.notification.ladder.Answered;
import dev.cutoff.notification.ladder.Deadline;
import dev.cutoff.notification.ladder.Decision;
import dev.cutoff.notification.ladder.Ladder;
import dev.cutoff.notification.ladder.Policy;
import dev.cutoff.notification.ladder.Reason;
import dev.cutoff.notification.ladder.Situation;
import dev.cutoff.notification.ladder.State;
import dev.cutoff.notification.ladder.Topic;
import dev.cutoff.notification.line.Line;
import dev.cutoff.notification.reminder.Decided;
import dev.cutoff.notification.reminder.Ended;
import dev.cutoff.notification.reminder.Family;
import dev.cutoff.notification.reminder.Reminder;
import dev.cutoff.notification.reminder.Status;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is decided about one line for one client, or about the decision for all of them, and what was planned before and no longer is. A
 * pure decision.
 *
 * @param decided what to send and what not
 * @param ended what was planned and will not be sent
 */
record LinePlan(List<Decided> decided, List<Ended> ended) {

    /**
     * What is decided about.
     *
     * @param clientId {@link Family#NO_CLIENT} for a decision
     * @param deadline null if no day is known, or none any more
     * @param isTakenBack whether the day that people were told holds no more, and no other does
     * @param resolved whether nobody needs telling any more
     * @param answered what was said about it
     */
    record Concern(
            Line line,
            UUID clientId,
            Anchor anchor,
            State state,
            @Nullable Deadline deadline,
            boolean isTakenBack,
            boolean resolved,
            Answered answered) {}

    /** @param earlier all that was ever decided about this concern */
    static LinePlan of(Concern concern, Audience audience, List<Reminder> earlier, Scene scene) {
        var draft = new Draft(concern, audience, earlier, scene);
        draft.decide();
        return new LinePlan(List.copyOf(draft.decided), draft.ended());
    }

    /** Of a line that is none of the client's any more. */
    static LinePlan gone(List<Reminder> earlier, Reason why) {
        return new LinePlan(
                List.of(),
                earlier.stream()
                        .filter(Reminder::isLive)
                        .map(reminder -> new Ended(reminder.id(), Status.CANCELLED, why))
                        .toList());
    }

    private static final class Draft {

        private record Said(Family family, Topic topic) {}

        private final Concern concern;
        private final Audience audience;
        private final List<Reminder> earlier;
        private final Map<String, List<Reminder>> byPerson;
        private final Scene scene;
        private final Policy ladder;
        private final List<Decided> decided = new ArrayList<>();

        Draft(Concern concern, Audience audience, List<Reminder> earlier, Scene scene) {
            this.concern = concern;
            this.audience = audience;
            this.earlier = earlier;
            this.byPerson = earlier.stream().collect(Collectors.groupingBy(Reminder::person));
            this.scene = scene;
            this.ladder = scene.policies().ladder(concern.line().programme());
        }

        void decide() {
            audience.told()
                    .forEach(addressee -> add(addressee, Ladder.decide(situation(addressee), ladder, scene.today())));
            audience.passed()
                    .forEach(passed -> add(
                            passed.addressee(),
                            Ladder.passOver(situation(passed.addressee()), ladder, scene.today(), passed.why())));
        }

        private Situation situation(Addressee addressee) {
            var before = byPerson.getOrDefault(addressee.person(), List.of()).stream()
                    .map(Reminder::asEarlier)
                    .toList();
            return new Situation(
                    concern.state(),
                    concern.deadline(),
                    concern.isTakenBack(),
                    concern.resolved(),
                    before,
                    scene.tenant().plannedOn(),
                    concern.answered(),
                    isContradictionNews(addressee));
        }

        /** Between the word that it is done and the use that contradicts it nobody is told: who has been told since knows that it is not. */
        private boolean isContradictionNews(Addressee addressee) {
            return concern.answered()
                    .contradictedSince()
                    .filter(since -> byPerson.getOrDefault(addressee.person(), List.of()).stream()
                            .noneMatch(reminder -> reminder.isToldFrom(since.plusDays(1))))
                    .isPresent();
        }

        private void add(Addressee addressee, List<Decision> decisions) {
            decisions.forEach(decision -> decided.add(decided(addressee, because(addressee, decision))));
        }

        /** The first that somebody hears is why it is their turn. */
        private Decision because(Addressee addressee, Decision decision) {
            var turn = addressee.turn();
            return decision instanceof Decision.Send send && turn != null && !hasHeard(addressee)
                    ? new Decision.Send(send.rung(), turn, null)
                    : decision;
        }

        private boolean hasHeard(Addressee addressee) {
            return byPerson.getOrDefault(addressee.person(), List.of()).stream()
                    .anyMatch(reminder -> reminder.asEarlier().isTold());
        }

        private Decided decided(Addressee addressee, Decision decision) {
            var family = new Family(concern.line(), concern.clientId(), addressee.person(), concern.anchor());
            var zone = scene.tenant().timeZone();
            if (decision instanceof Decision.AllClear clear) {
                return new Decided(
                        family,
                        Topic.ALL_CLEAR,
                        clear.told().day(),
                        clear.told().named(),
                        decision,
                        addressee.role(),
                        addressee.locale(),
                        zone,
                        null);
            }
            var deadline = concern.deadline();
            if (deadline == null) {
                throw new IllegalStateException("A rung without a deadline");
            }
            return new Decided(
                    family,
                    Topic.DEADLINE,
                    deadline.day(),
                    deadline.named(),
                    decision,
                    addressee.role(),
                    addressee.locale(),
                    zone,
                    deadline.lastUse(ladder));
        }

        List<Ended> ended() {
            var sends = new HashMap<Said, Decided>();
            decided.stream()
                    .filter(Decided::isToBeSent)
                    .forEach(item -> sends.put(new Said(item.family(), item.topic()), item));
            return earlier.stream()
                    .filter(Reminder::isLive)
                    .filter(reminder ->
                            !isStillSaid(reminder, sends.get(new Said(reminder.family(), reminder.topic()))))
                    .map(reminder -> end(reminder, sends))
                    .toList();
        }

        private static boolean isStillSaid(Reminder reminder, @Nullable Decided send) {
            return send != null
                    && send.day().equals(reminder.anchorDay())
                    && send.decision().rung() == reminder.rung();
        }

        private Ended end(Reminder reminder, Map<Said, Decided> sends) {
            var send = sends.get(new Said(reminder.family(), reminder.topic()));
            if (send != null) {
                var isNearer = send.day().equals(reminder.anchorDay());
                return superseded(reminder, isNearer ? Reason.MORE_URGENT : Reason.DATE_CHANGED);
            }
            var allClear = sends.get(new Said(reminder.family(), Topic.ALL_CLEAR));
            if (allClear != null) {
                return new Ended(
                        reminder.id(), Status.CANCELLED, allClear.decision().reason());
            }
            var obstacle = obstacle(reminder);
            if (obstacle != null) {
                return new Ended(reminder.id(), Status.CANCELLED, obstacle);
            }
            var isOver = reminder.anchor() == Anchor.DECISION
                    ? reminder.anchorDay().isBefore(scene.today())
                    : concern.state() == State.OFF_FOR_GOOD;
            return isOver
                    ? new Ended(reminder.id(), Status.EXPIRED, Reason.TOO_LATE)
                    : superseded(reminder, Reason.DATE_CHANGED);
        }

        private static Ended superseded(Reminder reminder, Reason reason) {
            return new Ended(reminder.id(), Status.SUPERSEDED, reason);
        }

        /** Why nobody, or nobody under this address, is told of this any more. */
        private @Nullable Reason obstacle(Reminder reminder) {
            if (audience.tells(reminder.person())) {
                var obstacle = Ladder.obstacle(concern.state(), concern.resolved(), concern.answered());
                return obstacle == null ? concern.answered().pausing() : obstacle;
            }
            return audience.whyPassed(reminder.person()).orElse(Reason.OTHER_PERSON);
        }
    }
}
