package dev.cutoff.notification.plan;

import dev.cutoff.notification.affected.Client;
import dev.cutoff.notification.affected.Owner;
import dev.cutoff.notification.affected.Sighted;
import dev.cutoff.notification.answer.Answer;
import dev.cutoff.notification.escalation.VacancyReason;
import dev.cutoff.notification.ladder.Anchor;
import dev.cutoff.notification.ladder.AnswerStanding;
import dev.cutoff.notification.ladder.Answered;
import dev.cutoff.notification.ladder.Deadline;
import dev.cutoff.notification.ladder.Ladder;
import dev.cutoff.notification.ladder.Reason;
import dev.cutoff.notification.ladder.State;
import dev.cutoff.notification.ladder.Topic;
import dev.cutoff.notification.line.Line;
import dev.cutoff.notification.reminder.Reminder;
import dev.cutoff.notification.vacancy.Vacancy;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is decided about one client: about each line that decides for what it uses, and each of which somebody was told. Pure.
 *
 * @param client as it was planned
 * @param isUntold whether it is at risk and there is nobody to tell
 * @param standings how each answer about it stands, by its id
 * @param vacancies that nobody takes it, by programme
 * @param movesOn the next day on which somebody else may be told because nobody has answered; null if there is none
 */
record ClientPlan(
        Client client,
        List<LinePlan> lines,
        boolean isUntold,
        Map<UUID, AnswerStanding> standings,
        List<Vacancy> vacancies,
        @Nullable LocalDate movesOn) {

    /**
     * @param sighted with the lines that decide for it
     * @param owner who stands in for its owner; null if that is not known
     * @param unreachable those whom mail does not reach
     * @param answers all that is said about the client
     * @param earlier all that was ever decided about the client
     */
    static ClientPlan of(
            Scene scene,
            Sighted sighted,
            @Nullable Owner owner,
            Set<String> unreachable,
            List<Answer> answers,
            List<Reminder> earlier) {
        var draft = new Draft(scene, sighted, owner, unreachable, answers);
        var byTopic = earlier.stream().collect(Collectors.partitioningBy(reminder -> reminder.topic() == Topic.HELP));
        var byLine = byTopic.getOrDefault(false, List.of()).stream().collect(Collectors.groupingBy(Reminder::line));
        var lines = new TreeSet<>(sighted.client().lines());
        lines.addAll(byLine.keySet());
        var plans = lines.stream()
                .map(line -> draft.of(line, byLine.getOrDefault(line, List.of())))
                .collect(Collectors.toCollection(ArrayList::new));
        draft.help(byTopic.getOrDefault(true, List.of())).ifPresent(plans::add);
        return new ClientPlan(
                draft.planned(),
                List.copyOf(plans),
                draft.isUntold(),
                draft.said.standings(),
                List.copyOf(draft.vacancies.values()),
                draft.movesOn());
    }

    private static final class Draft {

        private final Scene scene;
        private final Sighted sighted;
        private final Client client;
        private final @Nullable Owner owner;
        private final Set<String> unreachable;
        private final ClientAnswers said;
        private final Map<Line, Audience> audiences = new HashMap<>();
        private final Map<String, Vacancy> vacancies = new TreeMap<>();
        private final Set<Line> done = new HashSet<>();

        Draft(Scene scene, Sighted sighted, @Nullable Owner owner, Set<String> unreachable, List<Answer> answers) {
            this.scene = scene;
            this.sighted = sighted;
            this.client = sighted.client();
            this.owner = owner;
            this.unreachable = unreachable;
            this.said = new ClientAnswers(scene, sighted, answers);
        }

        LinePlan of(Line line, List<Reminder> earlier) {
            var cutoff = scene.cutoffs().get(line);
            if (cutoff != null && client.lines().contains(line)) {
                return of(line, cutoff.state(), cutoff.deadline().orElse(null), earlier);
            }
            var hasDay = cutoff != null && cutoff.deadline().isPresent();
            if (hasOtherDay(line) || hasDay && client.lines().stream().anyMatch(line::isOfSameUse)) {
                return LinePlan.gone(earlier, Reason.DATE_CHANGED);
            }
            // The vendor has taken back what it said of what is still used: nothing is said of it any more, or another
            // line decides by now and does not stop it.
            return !hasDay && isUsed(line)
                    ? of(line, cutoff == null ? State.NOT_AFFECTED : cutoff.state(), null, earlier)
                    : LinePlan.gone(earlier, Reason.NOT_USED);
        }

        /** Whether another line decides by now, which has a day of its own. */
        private boolean hasOtherDay(Line line) {
            return client.lines().stream()
                    .filter(line::isOfSameUse)
                    .map(scene.cutoffs()::get)
                    .anyMatch(cutoff -> cutoff != null && cutoff.deadline().isPresent());
        }

        private LinePlan of(Line line, State state, @Nullable Deadline deadline, List<Reminder> earlier) {
            var answered = said.about(line);
            if (answered instanceof Answered.Done) {
                done.add(line);
            }
            var course = Course.of(
                    scene, unreachable, said.disowning(line), answered, said.replies(line), earlier, client.resolved());
            var audience =
                    Audience.of(client, owner, scene.tenant(), scene.policies().of(line.programme()), deadline, course);
            audiences.put(line, audience);
            if (audience.vacancy() != null
                    && !course.isTaken()
                    && Ladder.obstacle(state, client.resolved(), answered) == null) {
                vacancies.merge(line.programme(), vacancy(line, deadline, audience.vacancy()), Vacancy::joined);
            }
            var concern = new LinePlan.Concern(
                    line, client.id(), Anchor.CUTOFF, state, deadline, deadline == null, client.resolved(), answered);
            return LinePlan.of(concern, audience, earlier, scene);
        }

        /** Empty if nobody has ever asked. */
        Optional<LinePlan> help(List<Reminder> earlier) {
            var asking = said.asStanding();
            if (earlier.isEmpty() && asking.isEmpty()) {
                return Optional.empty();
            }
            var contact = Audience.ofTenant(scene.tenant(), scene.policies().ofTenant(), unreachable);
            return Optional.of(HelpPlan.of(scene, contact, asking, earlier));
        }

        private Vacancy vacancy(Line line, @Nullable Deadline deadline, VacancyReason reason) {
            return new Vacancy(
                    client.id(),
                    line.programme(),
                    reason,
                    List.of(line.protocol()),
                    deadline == null ? null : deadline.day());
        }

        Client planned() {
            var people = audiences.values().stream().flatMap(Audience::people).collect(Collectors.toUnmodifiableSet());
            return client.planned(Set.copyOf(done), people);
        }

        @Nullable LocalDate movesOn() {
            return audiences.values().stream()
                    .map(Audience::movesOn)
                    .filter(Objects::nonNull)
                    .min(Comparator.naturalOrder())
                    .orElse(null);
        }

        boolean isUntold() {
            return !client.resolved()
                    && !done.containsAll(client.lines())
                    && audiences.values().stream()
                            .anyMatch(audience -> audience.told().isEmpty());
        }

        private boolean isUsed(Line line) {
            return sighted.uses().stream()
                    .anyMatch(use -> use.protocol().equals(line.protocol())
                            && use.authMethod().equals(line.authMethod()));
        }
    }
}
