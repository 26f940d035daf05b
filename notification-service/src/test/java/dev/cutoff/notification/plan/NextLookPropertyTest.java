package dev.cutoff.notification.plan;

import static dev.cutoff.notification.plan.Plans.CONTACT;
import static dev.cutoff.notification.plan.Plans.CONTOSO;
import static dev.cutoff.notification.plan.Plans.DECIDER;
import static dev.cutoff.notification.plan.Plans.FIRST;
import static dev.cutoff.notification.plan.Plans.IMAP;
import static dev.cutoff.notification.plan.Plans.NAO;
import static dev.cutoff.notification.plan.Plans.PRINTER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cutoff.notification.affected.Cutoff;
import dev.cutoff.notification.affected.Finding;
import dev.cutoff.notification.affected.Owner;
import dev.cutoff.notification.answer.Answer;
import dev.cutoff.notification.answer.Via;
import dev.cutoff.notification.ladder.AnswerKind;
import dev.cutoff.notification.ladder.AnswerStanding;
import dev.cutoff.notification.ladder.State;
import dev.cutoff.notification.ladder.Topic;
import dev.cutoff.notification.line.Line;
import dev.cutoff.notification.policy.PolicyFixture;
import dev.cutoff.notification.reminder.Reminder;
import dev.cutoff.notification.reminder.Status;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** Whoever plans each day comes to nothing that who waits for the next look does not come to on the same day. */
class NextLookPropertyTest {

    private static final Owner LINE = new Owner(NAO, "deputy@contoso.example", "en", "manager@contoso.example", "en");
    private static final Set<Status> TOLD = Set.of(Status.PLANNED, Status.SENT, Status.EXPIRED);
    private static final ZoneId ZONE = ZoneId.of("Asia/Tokyo");
    private static final Finding FINDING =
            new Finding("imap", Finding.Kind.QUIET, "sign-in-log", FIRST.minusYears(1), null, null);

    /**
     * How it goes.
     *
     * @param fromFirst days from which the tenant is planned, before the first of the window
     * @param named days after that first which the vendor names; null for none
     * @param decision days before it until which can be decided; null if nothing can
     * @param rest days that mail waits until it leaves
     * @param isFound whether evidence does not show something
     */
    record Story(
            int fromFirst,
            @Nullable Integer named,
            @Nullable Integer decision,
            int rest,
            boolean isFound,
            @Nullable AnswerKind answer,
            int answeredAfter,
            int promisedFor) {

        LocalDate from() {
            return FIRST.minusDays(fromFirst);
        }

        /** As timeline has it on that day. */
        Cutoff on(LocalDate today) {
            var day = named == null ? null : FIRST.plusDays(named);
            var decides = decision == null ? null : FIRST.minusDays(decision);
            var state = day == null ? State.WORKING : today.isBefore(day) ? State.SCHEDULED : State.OFF_FOR_GOOD;
            return Plans.cutoff(state, FIRST, day, decides == null || decides.isBefore(today) ? null : decides);
        }

        List<Answer> said(LocalDate today) {
            var on = from().plusDays(answeredAfter);
            if (answer == null || today.isBefore(on)) {
                return List.of();
            }
            return List.of(new Answer(
                    new UUID(2, 2),
                    1,
                    CONTOSO,
                    PRINTER,
                    NAO,
                    null,
                    null,
                    null,
                    null,
                    answer,
                    answer == AnswerKind.PLANNED ? on.plusDays(promisedFor) : null,
                    null,
                    null,
                    AnswerStanding.STANDS,
                    NAO,
                    Via.API,
                    on.atTime(9, 0).atZone(ZONE).toInstant(),
                    "nao"));
        }
    }

    /** The ledger of a tenant with one printer. */
    private static final class Tenancy {

        private final Story story;
        private final Notebook client = new Notebook(List.of());
        private final Notebook others = new Notebook(List.of());
        private @Nullable LocalDate plannedOn;
        /** How answers stand, and whether anybody takes it. */
        private Set<?> standing = Set.of();

        Tenancy(Story story) {
            this.story = story;
        }

        Scene scene(LocalDate today) {
            var tenant = Plans.tenant(DECIDER, CONTACT).plannedOn(plannedOn == null ? today : plannedOn);
            return new Scene(tenant, Map.of(IMAP, story.on(today)), PolicyFixture.always(Plans.usual()), today);
        }

        /** Of what somebody was told, or is to be. */
        Set<Line> told(LocalDate today) {
            return Stream.concat(client.all().stream(), others.all().stream())
                    .filter(reminder -> reminder.topic() == Topic.DEADLINE
                            && reminder.asEarlier().toldOn() != null)
                    .filter(reminder ->
                            reminder.lastUse() == null || !reminder.lastUse().isBefore(today))
                    .map(Reminder::line)
                    .collect(Collectors.toSet());
        }

        /** @return when it may come out otherwise */
        @Nullable NextLook plan(LocalDate today) {
            var scene = scene(today);
            var wanted = Wanted.lines(scene, told(today));
            var promised = story.said(today).stream()
                    .flatMap(answer -> Stream.ofNullable(answer.date()))
                    .toList();
            var findings = List.<LocalDate>of();
            var movingOn = List.<LocalDate>of();
            if (!wanted.isEmpty()) {
                var plan = ClientPlan.of(scene, Plans.printer(NAO), LINE, Set.of(), story.said(today), client.all());
                plan.lines().forEach(line -> client.write(line, CONTOSO));
                movingOn = Stream.ofNullable(plan.movesOn()).toList();
                standing = Set.of(plan.standings(), plan.vacancies(), plan.isUntold());
                var counts =
                        Map.of(IMAP, new DecisionPlan.Count(1, plan.client().isAtRisk(IMAP) ? 1 : 0));
                var earlier = others.all();
                DecisionPlan.of(scene, counts, Set.of(), earlier).forEach(decided -> others.write(decided, CONTOSO));
                var audience =
                        Audience.ofTenant(scene.tenant(), scene.policies().ofTenant(), Set.of());
                var shown = story.isFound() ? List.of(FINDING) : List.<Finding>of();
                var found = FindingPlan.of(scene, audience, shown, earlier);
                others.write(found, CONTOSO);
                findings = FindingPlan.again(found, shown, scene).toList();
            }
            plannedOn = today;
            return new NextLook.Days(scene, wanted)
                    .next(promised, movingOn, findings.stream(), null)
                    .orElse(null);
        }

        void expire(LocalDate today) {
            client.expire(today);
            others.expire(today);
        }

        void tell(LocalDate today) {
            Stream.of(NAO, LINE.deputyEmail(), LINE.managerEmail(), CONTACT, DECIDER)
                    .forEach(person -> {
                        client.tell(person, today);
                        others.tell(person, today);
                    });
        }

        /** Who is told of it, or was not in time. Why something else is not told is on record at the next look. */
        List<String> ledger() {
            return Stream.concat(client.all().stream(), others.all().stream())
                    .filter(reminder -> TOLD.contains(reminder.state()))
                    .map(reminder -> Stream.of(
                                    reminder.family(),
                                    reminder.topic(),
                                    reminder.anchorDay(),
                                    reminder.rung(),
                                    reminder.state(),
                                    reminder.reason(),
                                    reminder.told())
                            .map(String::valueOf)
                            .collect(Collectors.joining(" ")))
                    .sorted()
                    .toList();
        }
    }

    @Property(tries = 40)
    void whoever_waits_for_the_next_look_misses_nothing(@ForAll("stories") Story story) {
        var daily = new Tenancy(story);
        var waiting = new Tenancy(story);
        @Nullable NextLook next = null;
        var until = FIRST.plusDays(120);
        for (var day = story.from(); day.isBefore(until); day = day.plusDays(1)) {
            daily.expire(day);
            waiting.expire(day);
            daily.plan(day);
            if (isDue(next, day, story)) {
                next = waiting.plan(day);
            } else {
                waiting.plannedOn = day;
            }
            assertThat(waiting.ledger()).as("%s, next %s", day, next).isEqualTo(daily.ledger());
            assertThat(waiting.standing).as("%s, next %s", day, next).isEqualTo(daily.standing);
            if (day.toEpochDay() % (story.rest() + 1) == 0) {
                daily.tell(day);
                waiting.tell(day);
            }
        }
    }

    /** First, at its next look, by the calendar of timeline, or when somebody has answered. */
    private static boolean isDue(@Nullable NextLook next, LocalDate day, Story story) {
        var before = day.minusDays(1);
        return day.equals(story.from())
                || next != null && !next.day().isAfter(day)
                || !story.on(day).saysTheSameAs(story.on(before))
                || !story.said(day).equals(story.said(before));
    }

    @Provide
    Arbitrary<Story> stories() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 120),
                        Arbitraries.integers().between(0, 60).injectNull(0.4),
                        Arbitraries.integers().between(0, 40).injectNull(0.5),
                        Arbitraries.of(0, 0, 3, 6, 11),
                        Arbitraries.of(true, false),
                        Arbitraries.of(AnswerKind.class).injectNull(0.4),
                        Arbitraries.integers().between(0, 100),
                        Arbitraries.integers().between(0, 50))
                .as(Story::new);
    }
}
