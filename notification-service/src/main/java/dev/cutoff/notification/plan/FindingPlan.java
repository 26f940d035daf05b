package dev.cutoff.notification.plan;

import dev.cutoff.notification.affected.Finding;
import dev.cutoff.notification.ladder.Anchor;
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
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the tenant's contact is told about evidence: each finding at most once a week, and no longer once it is over. A pure decision. */
final class FindingPlan {

    private static final int DAYS_BETWEEN = 7;

    private final Scene scene;
    private final Audience audience;
    private final List<Reminder> earlier;

    private FindingPlan(Scene scene, Audience audience, List<Reminder> earlier) {
        this.scene = scene;
        this.audience = audience;
        this.earlier = earlier;
    }

    /** @param earlier all that was ever decided about what is no client's; what is no finding is left alone */
    static LinePlan of(Scene scene, Audience audience, List<Finding> findings, List<Reminder> earlier) {
        var ofFindings = earlier.stream()
                .filter(reminder -> reminder.topic() == Topic.FINDING)
                .toList();
        var plan = new FindingPlan(scene, audience, ofFindings);
        var decided = findings.stream()
                .map(FindingPlan::line)
                .flatMap(line -> Stream.concat(
                        audience.told().stream().map(addressee -> plan.tell(line, addressee)),
                        audience.passed().stream().map(passed -> plan.passOver(line, passed))))
                .toList();
        return new LinePlan(decided, plan.ended(decided));
    }

    /**
     * The days on which each of them may be decided on anew: a week after it was told. One that is only planned may be told as soon as today.
     *
     * @param plan as it came out today
     */
    static Stream<LocalDate> again(LinePlan plan, LocalDate today) {
        return plan.decided().stream()
                .map(item -> item.isToBeSent()
                        ? today.plusDays(DAYS_BETWEEN)
                        : item.day().isAfter(today) ? item.day() : item.day().plusDays(DAYS_BETWEEN));
    }

    /** A finding as a line: of no programme, its key for a qualifier. */
    static Line line(Finding finding) {
        return new Line("", finding.protocol(), "", finding.key().text());
    }

    private Decided tell(Line line, Addressee addressee) {
        var before = earlier.stream()
                .filter(reminder ->
                        reminder.line().equals(line) && reminder.person().equals(addressee.person()))
                .toList();
        var live = before.stream().filter(Reminder::isLive).findFirst();
        if (live.isPresent()) {
            return decided(line, addressee, live.get().anchorDay(), send());
        }
        var next = lastTold(before).map(day -> day.plusDays(DAYS_BETWEEN)).orElse(scene.today());
        return next.isAfter(scene.today())
                ? decided(line, addressee, next, new Decision.Withhold(0, Reason.TOLD_THIS_WEEK))
                : decided(line, addressee, scene.today(), send());
    }

    private static Decision send() {
        return new Decision.Send(0, Reason.COVERAGE, null);
    }

    private static Optional<LocalDate> lastTold(List<Reminder> before) {
        return before.stream()
                .filter(reminder -> reminder.state() == Status.SENT || reminder.state() == Status.SENDING)
                .map(reminder -> reminder.told() == null ? reminder.anchorDay() : reminder.told())
                .max(Comparator.naturalOrder());
    }

    /** On record once a week, as it would be told. */
    private Decided passOver(Line line, Audience.Passed passed) {
        var before = earlier.stream()
                .filter(reminder -> reminder.line().equals(line)
                        && reminder.person().equals(passed.addressee().person()))
                .map(Reminder::anchorDay)
                .max(Comparator.naturalOrder())
                .filter(day -> day.plusDays(DAYS_BETWEEN).isAfter(scene.today()));
        return decided(line, passed.addressee(), before.orElse(scene.today()), new Decision.Withhold(0, passed.why()));
    }

    private Decided decided(Line line, Addressee addressee, LocalDate day, Decision decision) {
        return new Decided(
                new Family(line, Family.NO_CLIENT, addressee.person(), Anchor.CUTOFF),
                Topic.FINDING,
                day,
                false,
                decision,
                addressee.role(),
                addressee.locale(),
                scene.tenant().timeZone(),
                null);
    }

    private List<Ended> ended(List<Decided> decided) {
        var told = decided.stream()
                .filter(Decided::isToBeSent)
                .map(Decided::family)
                .collect(Collectors.toSet());
        return earlier.stream()
                .filter(Reminder::isLive)
                .filter(reminder -> !told.contains(reminder.family()))
                .map(reminder -> new Ended(
                        reminder.id(),
                        Status.CANCELLED,
                        audience.tells(reminder.person())
                                ? Reason.OVER
                                : audience.whyPassed(reminder.person()).orElse(Reason.OTHER_PERSON)))
                .toList();
    }
}
