package dev.cutoff.notification.plan;

import dev.cutoff.notification.affected.Cutoff;
import dev.cutoff.notification.affected.Finding;
import dev.cutoff.notification.ladder.Anchor;
import dev.cutoff.notification.ladder.Deadline;
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

/**
 * What the tenant's contact is told about evidence, and no longer once it is over. A pure decision.
 *
 * <p>A finding is told again while it lasts, because what nobody can see stops all the same: every four weeks, as the vendor counts by the
 * month; every week in the last four before a deadline of its protocol, and while any day may be the one; and after a week if evidence had come meanwhile, and ended again.
 * Every week from the first day on would be the same mail fifty times a year, and the one before the cutoff would be read by nobody.
 */
final class FindingPlan {

    private static final int LEAST_DAYS = 7;
    private static final int MOST_DAYS = 28;

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
                .flatMap(finding -> Stream.concat(
                        audience.told().stream().map(addressee -> plan.tell(finding, addressee)),
                        audience.passed().stream().map(passed -> plan.passOver(finding, passed))))
                .toList();
        return new LinePlan(decided, plan.ended(decided));
    }

    /**
     * The days on which each of them may be decided on anew. One that is only planned may be told as soon as today.
     *
     * @param plan as it came out today
     */
    static Stream<LocalDate> again(LinePlan plan, List<Finding> findings, Scene scene) {
        return plan.decided().stream()
                .map(item -> item.isToBeSent() || !item.day().isAfter(scene.today())
                        ? again(findingOf(item, findings), item.isToBeSent() ? scene.today() : item.day(), scene)
                        : item.day());
    }

    private static Finding findingOf(Decided item, List<Finding> findings) {
        return findings.stream()
                .filter(finding -> line(finding).equals(item.family().line()))
                .findFirst()
                .orElseThrow();
    }

    /** The first day on which it may be told again after it was told on that one. */
    private static LocalDate again(Finding finding, LocalDate told, Scene scene) {
        var soonest = told.plusDays(LEAST_DAYS);
        if (finding.since() != null && finding.since().isAfter(told)) {
            return soonest;
        }
        return scene.cutoffs().values().stream()
                .filter(cutoff -> cutoff.line().protocol().equals(finding.protocol()))
                .flatMap(Cutoff::deadlines)
                .filter(deadline -> !last(deadline).isBefore(soonest))
                .map(deadline -> later(soonest, deadline.day().minusDays(MOST_DAYS)))
                .reduce(told.plusDays(MOST_DAYS), (one, other) -> one.isBefore(other) ? one : other);
    }

    private static LocalDate last(Deadline deadline) {
        return deadline.ends() == null ? deadline.day() : deadline.ends();
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    /** A finding as a line: of no programme, its key for a qualifier. */
    static Line line(Finding finding) {
        return new Line("", finding.protocol(), "", finding.key().text());
    }

    private Decided tell(Finding finding, Addressee addressee) {
        var line = line(finding);
        var before = earlier.stream()
                .filter(reminder ->
                        reminder.line().equals(line) && reminder.person().equals(addressee.person()))
                .toList();
        var live = before.stream().filter(Reminder::isLive).findFirst();
        if (live.isPresent()) {
            return decided(line, addressee, live.get().anchorDay(), send());
        }
        var next = lastTold(before).map(day -> again(finding, day, scene)).orElse(scene.today());
        return next.isAfter(scene.today())
                ? decided(line, addressee, next, new Decision.Withhold(0, Reason.TOLD_LATELY))
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

    /** On record as often as it would be told. */
    private Decided passOver(Finding finding, Audience.Passed passed) {
        var line = line(finding);
        var before = earlier.stream()
                .filter(reminder -> reminder.line().equals(line)
                        && reminder.person().equals(passed.addressee().person()))
                .map(Reminder::anchorDay)
                .max(Comparator.naturalOrder())
                .filter(day -> again(finding, day, scene).isAfter(scene.today()));
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
