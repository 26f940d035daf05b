package dev.cutoff.notification.plan;

import static dev.cutoff.notification.plan.Plans.CONTACT;
import static dev.cutoff.notification.plan.Plans.DECIDER;
import static dev.cutoff.notification.plan.Plans.TODAY;
import static dev.cutoff.notification.plan.Plans.said;
import static dev.cutoff.notification.plan.Plans.scene;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cutoff.notification.affected.Cutoff;
import dev.cutoff.notification.affected.Finding;
import dev.cutoff.notification.ladder.Anchor;
import dev.cutoff.notification.ladder.Reason;
import dev.cutoff.notification.ladder.State;
import dev.cutoff.notification.ladder.Topic;
import dev.cutoff.notification.reminder.Decided;
import dev.cutoff.notification.reminder.Ended;
import dev.cutoff.notification.reminder.Family;
import dev.cutoff.notification.reminder.Reminder;
import dev.cutoff.notification.reminder.Role;
import dev.cutoff.notification.reminder.Status;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FindingPlanTest {

    private static final Finding QUIET =
            new Finding("imap", Finding.Kind.QUIET, "sign-in-log", TODAY.minusDays(40), null, null);

    @Test
    void the_contact_is_told_of_each_finding() {
        var plan = plan(List.of(QUIET, new Finding("imap", Finding.Kind.GAP, "", null, "2022-08", 2)));

        assertThat(said(plan))
                .containsExactly(CONTACT + " tenant-contact 0 coverage", CONTACT + " tenant-contact 0 coverage");
        assertThat(plan.decided())
                .extracting(item -> item.family().line().qualifier())
                .containsExactly("quiet sign-in-log", "gap");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            # a deadline | days since it was told | told again
            -            |  7                     | 2022-10-07
            -            | 27                     | 2022-09-17
            -            | 28                     | now
            2022-10-01   |  6                     | 2022-09-17
            2022-10-01   |  7                     | now
            2022-10-20   |  7                     | 2022-09-22
            2022-10-20   | 22                     | 2022-09-22
            2022-12-31   | 20                     | 2022-09-24
            2022-08-31   |  7                     | 2022-10-07
            """)
    void the_same_one_is_told_again_after_four_weeks_and_near_a_deadline_after_one(
            @Nullable LocalDate day, int days, String again) {
        var cutoffs = day == null ? new Cutoff[0] : new Cutoff[] {Plans.cutoff(State.SCHEDULED, day, day, null)};
        var scene = scene(Plans.tenant(DECIDER, CONTACT), Plans.usual(), cutoffs);

        var plan = plan(scene, List.of(QUIET), finding(1, CONTACT, TODAY.minusDays(days), Status.SENT));

        if (again.equals("now")) {
            assertThat(said(plan)).containsExactly(CONTACT + " tenant-contact 0 coverage");
        } else {
            assertThat(said(plan)).containsExactly("- " + CONTACT + " tenant-contact 0 told-lately");
            assertThat(plan.decided()).extracting(Decided::day).containsExactly(LocalDate.parse(again));
            assertThat(FindingPlan.again(plan, List.of(QUIET), scene)).containsExactly(LocalDate.parse(again));
        }
    }

    @Test
    void while_any_day_may_be_the_one_it_is_told_every_week() {
        var scene = scene(
                Plans.tenant(DECIDER, CONTACT),
                Plans.usual(),
                Plans.cutoff(State.ROLLING_OUT, TODAY.minusDays(40), null, null));

        assertThat(said(plan(scene, List.of(QUIET), finding(1, CONTACT, TODAY.minusDays(7), Status.SENT))))
                .containsExactly(CONTACT + " tenant-contact 0 coverage");
    }

    @Test
    void a_deadline_of_another_protocol_makes_it_no_sooner() {
        var pop = new Finding("pop", Finding.Kind.QUIET, "sign-in-log", TODAY.minusDays(20), null, null);
        var scene = scene(Plans.tenant(DECIDER, CONTACT), Plans.usual(), Plans.window(State.WORKING));

        assertThat(said(plan(scene, List.of(pop), finding(1, pop, CONTACT, TODAY.minusDays(7), Status.SENT))))
                .containsExactly("- " + CONTACT + " tenant-contact 0 told-lately");
    }

    @Test
    void one_that_ended_and_came_back_is_told_after_a_week() {
        var again = new Finding("imap", Finding.Kind.QUIET, "sign-in-log", TODAY.minusDays(2), null, null);

        assertThat(said(plan(List.of(again), finding(1, CONTACT, TODAY.minusDays(7), Status.SENT))))
                .containsExactly(CONTACT + " tenant-contact 0 coverage");
        assertThat(said(plan(List.of(again), finding(1, CONTACT, TODAY.minusDays(6), Status.SENT))))
                .containsExactly("- " + CONTACT + " tenant-contact 0 told-lately");
    }

    @Test
    void one_that_waits_stays_the_same_whatever_the_day() {
        var plan = plan(List.of(QUIET), finding(1, CONTACT, TODAY.minusDays(9), Status.PLANNED));

        assertThat(plan.decided()).extracting(item -> item.day()).containsExactly(TODAY.minusDays(9));
        assertThat(plan.ended()).isEmpty();
    }

    @Test
    void one_that_is_over_or_another_persons_goes() {
        assertThat(plan(List.of(), finding(1, CONTACT, TODAY.minusDays(1), Status.PLANNED))
                        .ended())
                .containsExactly(new Ended(1, Status.CANCELLED, Reason.OVER));
        assertThat(plan(List.of(QUIET), finding(1, "former@contoso.example", TODAY.minusDays(1), Status.PLANNED))
                        .ended())
                .containsExactly(new Ended(1, Status.CANCELLED, Reason.OTHER_PERSON));
    }

    @Test
    void without_a_contact_it_is_on_record_as_often_as_it_would_be_told() {
        var scene = scene(Plans.tenant(null, null), Plans.usual());
        var audience = Audience.ofTenant(scene.tenant(), Plans.usual(), Set.of());

        var first = FindingPlan.of(scene, audience, List.of(QUIET), List.of());
        var second = FindingPlan.of(
                scene,
                audience,
                List.of(QUIET),
                List.of(finding(1, Family.NOBODY, TODAY.minusDays(3), Status.CANCELLED)));

        assertThat(said(first)).containsExactly("- nobody fallback-contact 0 nobody");
        assertThat(second.decided()).extracting(item -> item.day()).containsExactly(TODAY.minusDays(3));
    }

    private static LinePlan plan(List<Finding> findings, Reminder... earlier) {
        return plan(scene(Plans.tenant(DECIDER, CONTACT), Plans.usual()), findings, earlier);
    }

    private static LinePlan plan(Scene scene, List<Finding> findings, Reminder... earlier) {
        var audience = Audience.ofTenant(scene.tenant(), Plans.usual(), Set.of());
        return FindingPlan.of(scene, audience, findings, List.of(earlier));
    }

    private static Reminder finding(long id, String person, LocalDate day, Status state) {
        return finding(id, QUIET, person, day, state);
    }

    private static Reminder finding(long id, Finding about, String person, LocalDate day, Status state) {
        var line = FindingPlan.line(about);
        return new Reminder(
                Plans.CONTOSO,
                id,
                Family.NO_CLIENT,
                person,
                line.programme(),
                line.protocol(),
                line.authMethod(),
                line.qualifier(),
                Topic.FINDING,
                Anchor.CUTOFF,
                day,
                0,
                false,
                null,
                Role.TENANT_CONTACT,
                Reason.COVERAGE,
                state,
                null,
                null,
                null,
                state == Status.SENT ? day : null);
    }
}
