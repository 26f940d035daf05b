package dev.cutoff.notification.plan;

import static dev.cutoff.notification.plan.Plans.AIKO;
import static dev.cutoff.notification.plan.Plans.CONTACT;
import static dev.cutoff.notification.plan.Plans.DECIDER;
import static dev.cutoff.notification.plan.Plans.FIRST;
import static dev.cutoff.notification.plan.Plans.IMAP;
import static dev.cutoff.notification.plan.Plans.NAO;
import static dev.cutoff.notification.plan.Plans.cutoff;
import static dev.cutoff.notification.plan.Plans.plan;
import static dev.cutoff.notification.plan.Plans.printer;
import static dev.cutoff.notification.plan.Plans.reminder;
import static dev.cutoff.notification.plan.Plans.resolved;
import static dev.cutoff.notification.plan.Plans.said;
import static dev.cutoff.notification.plan.Plans.scene;
import static dev.cutoff.notification.plan.Plans.window;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cutoff.notification.affected.Owner;
import dev.cutoff.notification.affected.Sighted;
import dev.cutoff.notification.ladder.Anchor;
import dev.cutoff.notification.ladder.Reason;
import dev.cutoff.notification.ladder.State;
import dev.cutoff.notification.ladder.Topic;
import dev.cutoff.notification.line.Line;
import dev.cutoff.notification.reminder.Decided;
import dev.cutoff.notification.reminder.Ended;
import dev.cutoff.notification.reminder.Status;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ClientPlanTest {

    private static final Line POP = new Line("exchange-online-basic-auth", "pop", "basic", null);
    private static final Line OTHER = new Line("another-programme", "imap", "basic", null);

    @Test
    void an_owner_is_told_in_the_owners_language_and_a_contact_in_the_tenants() {
        assertThat(said(plan(scene(window(State.WORKING)), printer(NAO)))).containsExactly(NAO + " owner 14 rung-due");
        assertThat(plan(scene(window(State.WORKING)), printer(NAO)).decided())
                .extracting(Decided::locale)
                .containsExactly("en");
        assertThat(plan(scene(window(State.WORKING)), printer(null)).decided())
                .extracting(Decided::locale)
                .containsExactly("ja");
    }

    @Test
    void each_line_that_decides_is_a_thing_of_its_own() {
        var scene = scene(window(State.WORKING), cutoff(POP, State.WORKING, FIRST.plusDays(16), null, null));

        var plan = plan(scene, printer(NAO, null, false, IMAP, POP));

        assertThat(plan.decided())
                .extracting(item ->
                        item.family().line().protocol() + " " + item.decision().rung())
                .containsExactly("imap 14", "pop 30");
    }

    @Test
    void a_nearer_rung_takes_the_place_of_one_that_was_not_sent() {
        var plan = plan(scene(window(State.WORKING)), printer(NAO), reminder(1, NAO, FIRST, 30, Status.PLANNED));

        assertThat(said(plan)).containsExactly(NAO + " owner 14 rung-due");
        assertThat(plan.ended()).containsExactly(new Ended(1, Status.SUPERSEDED, Reason.MORE_URGENT));
    }

    @Test
    void a_rung_that_is_still_right_stays() {
        var plan = plan(scene(window(State.WORKING)), printer(NAO), reminder(1, NAO, FIRST, 14, Status.PLANNED));

        assertThat(said(plan)).containsExactly(NAO + " owner 14 rung-due");
        assertThat(plan.ended()).isEmpty();
    }

    @Test
    void what_was_planned_for_another_day_gives_way() {
        var moved = cutoff(State.EXEMPT, LocalDate.parse("2023-01-01"), null, null);

        var plan = plan(scene(moved), printer(NAO), reminder(1, NAO, FIRST, 14, Status.PLANNED));

        assertThat(plan.decided())
                .as("107 days before, and nobody was told of the other day")
                .isEmpty();
        assertThat(plan.ended()).containsExactly(new Ended(1, Status.SUPERSEDED, Reason.DATE_CHANGED));
    }

    @Test
    void a_client_that_is_resolved_gone_or_somebody_elses_takes_its_reminder_along_and_says_why() {
        var waiting = reminder(1, NAO, FIRST, 14, Status.PLANNED);
        var scene = scene(window(State.WORKING));

        assertThat(plan(scene, resolved(NAO), waiting).ended())
                .containsExactly(new Ended(1, Status.CANCELLED, Reason.RESOLVED));
        assertThat(plan(scene, printer("new@contoso.example"), waiting).ended())
                .containsExactly(new Ended(1, Status.CANCELLED, Reason.OTHER_PERSON));
        assertThat(plan(scene(window(State.BLOCKED_BY_TENANT)), printer(NAO), waiting)
                        .ended())
                .containsExactly(new Ended(1, Status.CANCELLED, Reason.BLOCKED_BY_TENANT));
        assertThat(plan(scene, printer(NAO), null, Set.of(NAO), waiting).ended())
                .containsExactly(new Ended(1, Status.CANCELLED, Reason.UNREACHABLE));
        assertThat(plan(scene(), new Sighted(printer(NAO, null, false).client(), List.of()), waiting)
                        .ended())
                .containsExactly(new Ended(1, Status.CANCELLED, Reason.NOT_USED));
    }

    @Test
    void where_another_line_decides_by_now_the_first_gives_way_without_an_all_clear() {
        var told = reminder(1, NAO, FIRST, 30, Status.SENT);
        var waiting = reminder(2, NAO, FIRST, 14, Status.PLANNED);
        var scene = scene(cutoff(OTHER, State.WORKING, FIRST, null, null));

        var plan = plan(scene, printer(NAO, null, false, OTHER), told, waiting);

        assertThat(plan.decided())
                .extracting(item ->
                        item.family().line().programme() + " " + item.decision().reason())
                .containsExactly("another-programme RUNG_DUE");
        assertThat(plan.ended()).containsExactly(new Ended(2, Status.CANCELLED, Reason.DATE_CHANGED));
    }

    @Test
    void where_another_line_decides_by_now_and_stops_nothing_who_was_told_hears_that_it_is_over() {
        var told = reminder(1, NAO, FIRST, 30, Status.SENT);
        var waiting = reminder(2, NAO, FIRST, 14, Status.PLANNED);
        var scene = scene(
                cutoff(IMAP, State.NOT_AFFECTED, null, null, null),
                cutoff(OTHER, State.NOT_AFFECTED, null, null, null));

        var plan = plan(scene, printer(NAO, null, false, OTHER), told, waiting);

        assertThat(said(plan)).containsExactly(NAO + " owner 15 cancelled");
        assertThat(plan.decided().getFirst().topic()).isEqualTo(Topic.ALL_CLEAR);
        assertThat(plan.ended()).containsExactly(new Ended(2, Status.CANCELLED, Reason.CANCELLED));
    }

    @Test
    void what_is_under_way_or_told_is_never_planned_away() {
        for (var state : List.of(Status.SENDING, Status.SENT, Status.FAILED, Status.EXPIRED)) {
            var plan = plan(scene(window(State.WORKING)), resolved(NAO), reminder(1, NAO, FIRST, 14, state));

            assertThat(plan.ended()).as("%s", state).isEmpty();
        }
    }

    @Test
    void a_line_of_which_nothing_is_said_any_more_is_an_all_clear_for_who_was_told() {
        var told = reminder(1, NAO, FIRST, 30, Status.SENT);
        var waiting = reminder(2, NAO, FIRST, 14, Status.PLANNED);

        var plan = plan(scene(), printer(NAO, null, false), told, waiting);

        assertThat(said(plan)).containsExactly(NAO + " owner 15 cancelled");
        assertThat(plan.decided().getFirst().topic()).isEqualTo(Topic.ALL_CLEAR);
        assertThat(plan.decided().getFirst().day()).isEqualTo(FIRST);
        assertThat(plan.ended()).containsExactly(new Ended(2, Status.CANCELLED, Reason.CANCELLED));
    }

    @Test
    void a_line_that_no_longer_affects_or_has_no_day_is_an_all_clear_too() {
        var told = reminder(1, NAO, FIRST, 30, Status.SENT);

        assertThat(said(plan(scene(window(State.NOT_AFFECTED)), printer(NAO), told)))
                .containsExactly(NAO + " owner 15 cancelled", "- " + NAO + " owner 14 not-affected");
        assertThat(said(plan(scene(cutoff(State.WORKING, null, null, null)), printer(NAO), told)))
                .containsExactly(NAO + " owner 15 date-withdrawn");
    }

    @Test
    void an_all_clear_goes_to_nobody_who_was_not_told() {
        var told = reminder(1, NAO, FIRST, 30, Status.SENT);

        assertThat(said(plan(scene(), printer(AIKO, null, false), told)))
                .as("somebody else answers for it by now")
                .isEmpty();
        assertThat(said(plan(scene(), printer(NAO, null, false), reminder(1, NAO, FIRST, 30, Status.PLANNED))))
                .as("it was never sent")
                .isEmpty();
        assertThat(said(plan(scene(), resolved(NAO), told)))
                .as("it has moved on")
                .isEmpty();
    }

    @Test
    void an_all_clear_that_was_not_sent_gives_way_when_it_is_on_again() {
        var told = reminder(1, NAO, FIRST, 14, Status.SENT);
        var clear = reminder(2, Plans.PRINTER, NAO, Topic.ALL_CLEAR, Anchor.CUTOFF, FIRST, 15, Status.PLANNED);

        var plan = plan(scene(window(State.WORKING)), printer(NAO), told, clear);

        assertThat(plan.decided()).isEmpty();
        assertThat(plan.ended()).containsExactly(new Ended(2, Status.SUPERSEDED, Reason.DATE_CHANGED));
    }

    @Test
    void who_is_passed_over_is_on_record_with_the_reason() {
        var scene = scene(window(State.WORKING));

        assertThat(said(plan(scene, printer(NAO), new Owner(NAO, AIKO, null, null, null), Set.of(NAO))))
                .containsExactly(AIKO + " deputy 14 not-reached", "- " + NAO + " owner 14 unreachable");
        assertThat(said(plan(scene, printer(null, NAO, false, IMAP))))
                .containsExactly(CONTACT + " tenant-contact 14 rung-due", "- " + NAO + " owner 14 by-policy");
        assertThat(said(plan(scene, printer(null), null, Set.of(CONTACT, DECIDER))))
                .contains("- nobody fallback-contact 14 nobody");
    }

    @Test
    void a_deputy_begins_with_the_nearest_rung_and_is_not_told_what_the_owner_was() {
        var told = reminder(1, NAO, FIRST, 14, Status.SENT);

        assertThat(said(plan(
                        scene(window(State.WORKING)),
                        printer(NAO),
                        new Owner(NAO, AIKO, null, null, null),
                        Set.of(NAO),
                        told)))
                .containsExactly(AIKO + " deputy 14 not-reached");
    }

    @Test
    void a_client_that_nobody_can_be_told_of_is_counted() {
        assertThat(ClientPlan.of(
                                scene(window(State.WORKING)),
                                printer(null),
                                null,
                                Set.of(CONTACT, DECIDER),
                                List.of(),
                                List.of())
                        .isUntold())
                .isTrue();
        assertThat(ClientPlan.of(
                                scene(window(State.WORKING)),
                                printer(null),
                                null,
                                Set.of(CONTACT),
                                List.of(),
                                List.of())
                        .isUntold())
                .isFalse();
    }
}
