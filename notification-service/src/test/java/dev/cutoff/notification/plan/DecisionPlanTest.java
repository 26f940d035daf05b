package dev.cutoff.notification.plan;

import static dev.cutoff.notification.plan.Plans.DECIDER;
import static dev.cutoff.notification.plan.Plans.FIRST;
import static dev.cutoff.notification.plan.Plans.TODAY;
import static dev.cutoff.notification.plan.Plans.cutoff;
import static dev.cutoff.notification.plan.Plans.decision;
import static dev.cutoff.notification.plan.Plans.decisionReminder;
import static dev.cutoff.notification.plan.Plans.said;
import static dev.cutoff.notification.plan.Plans.scene;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cutoff.notification.ladder.Anchor;
import dev.cutoff.notification.ladder.Reason;
import dev.cutoff.notification.ladder.State;
import dev.cutoff.notification.reminder.Ended;
import dev.cutoff.notification.reminder.Family;
import dev.cutoff.notification.reminder.Status;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class DecisionPlanTest {

    private static final LocalDate BY = LocalDate.parse("2022-09-30");

    @Test
    void who_decides_is_told_of_the_decision_for_all_clients_at_once() {
        var plan = decision(scene(cutoff(State.WORKING, FIRST, null, BY)), 3, 2);

        assertThat(said(plan)).containsExactly(DECIDER + " decision-contact 14 rung-due");
        assertThat(plan.decided().getFirst().family().clientId()).isEqualTo(Family.NO_CLIENT);
        assertThat(plan.decided().getFirst().family().anchor()).isEqualTo(Anchor.DECISION);
    }

    @Test
    void without_a_client_there_is_nothing_to_decide() {
        var waiting = decisionReminder(7, DECIDER, BY, 14, Status.PLANNED);

        var plan = decision(scene(cutoff(State.WORKING, FIRST, null, BY)), 0, 0, waiting);

        assertThat(plan.decided()).isEmpty();
        assertThat(plan.ended()).containsExactly(new Ended(7, Status.CANCELLED, Reason.NOT_USED));
    }

    @Test
    void without_a_client_at_risk_nobody_is_told_and_the_reason_says_so() {
        assertThat(said(decision(scene(cutoff(State.WORKING, FIRST, null, BY)), 3, 0)))
                .containsExactly("- " + DECIDER + " decision-contact 14 resolved");
    }

    @Test
    void a_last_day_that_nobody_was_told_of_in_time_is_expired_and_not_silent() {
        var waiting = decisionReminder(7, DECIDER, TODAY.minusDays(1), 0, Status.PLANNED);

        var plan = decision(scene(cutoff(State.WORKING, FIRST, null, null)), 1, 1, waiting);

        assertThat(plan.ended()).containsExactly(new Ended(7, Status.EXPIRED, Reason.TOO_LATE));
    }

    @Test
    void who_has_decided_gets_no_all_clear() {
        var told = decisionReminder(7, DECIDER, BY, 30, Status.SENT);

        assertThat(decision(scene(cutoff(State.EXEMPT, FIRST.plusMonths(3), null, null)), 1, 1, told)
                        .decided())
                .isEmpty();
    }

    @Test
    void who_was_to_decide_about_what_is_taken_back_gets_one() {
        var told = decisionReminder(7, DECIDER, BY, 30, Status.SENT);

        assertThat(said(decision(scene(), 0, 0, told))).containsExactly(DECIDER + " decision-contact 14 cancelled");
        assertThat(said(decision(scene(cutoff(State.WORKING, null, null, null)), 1, 1, told)))
                .containsExactly(DECIDER + " decision-contact 14 date-withdrawn");
    }
}
