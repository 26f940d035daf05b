package dev.cutoff.notification.plan;

import dev.cutoff.notification.answer.Answer;
import dev.cutoff.notification.ladder.Anchor;
import dev.cutoff.notification.ladder.AnswerKind;
import dev.cutoff.notification.ladder.AnswerStanding;
import dev.cutoff.notification.ladder.Decision;
import dev.cutoff.notification.ladder.Reason;
import dev.cutoff.notification.ladder.Topic;
import dev.cutoff.notification.line.Line;
import dev.cutoff.notification.reminder.Decided;
import dev.cutoff.notification.reminder.Ended;
import dev.cutoff.notification.reminder.Family;
import dev.cutoff.notification.reminder.Reminder;
import dev.cutoff.notification.reminder.Status;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the tenant's contact is told of who asks for help with a client: each call once, whatever day it stops. A pure decision. */
final class HelpPlan {

    private HelpPlan() {}

    /**
     * @param contact who is told; not somebody who asks themselves
     * @param answers about one client
     * @param earlier all that was ever decided about calls for help with it
     */
    static LinePlan of(Scene scene, Audience contact, List<Answer> answers, List<Reminder> earlier) {
        var decided = answers.stream()
                .filter(answer -> answer.kind() == AnswerKind.NEED_HELP && answer.standing() == AnswerStanding.STANDS)
                .flatMap(answer -> decided(scene, contact, answer))
                .toList();
        var told = decided.stream()
                .filter(Decided::isToBeSent)
                .map(Decided::family)
                .collect(Collectors.toSet());
        var ended = earlier.stream()
                .filter(Reminder::isLive)
                .filter(reminder -> !told.contains(reminder.family()))
                .map(reminder -> new Ended(reminder.id(), Status.CANCELLED, Reason.OVER))
                .toList();
        return new LinePlan(decided, ended);
    }

    /** A call as a line: of no programme, its id for a qualifier. */
    private static Line line(Answer answer) {
        return new Line("", "", "", answer.id().toString());
    }

    private static Stream<Decided> decided(Scene scene, Audience contact, Answer answer) {
        return Stream.concat(
                contact.told().stream()
                        .filter(addressee -> !addressee.person().equals(answer.person()))
                        .map(addressee ->
                                decided(scene, addressee, answer, new Decision.Send(0, Reason.HELP_WANTED, null))),
                contact.passed().stream()
                        .map(passed ->
                                decided(scene, passed.addressee(), answer, new Decision.Withhold(0, passed.why()))));
    }

    private static Decided decided(Scene scene, Addressee addressee, Answer answer, Decision decision) {
        return new Decided(
                new Family(line(answer), answer.clientId(), addressee.person(), Anchor.CUTOFF),
                Topic.HELP,
                LocalDate.ofInstant(answer.answeredAt(), scene.tenant().timeZone()),
                false,
                decision,
                addressee.role(),
                addressee.locale(),
                scene.tenant().timeZone(),
                null);
    }
}
