package dev.cutoff.notification.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.cutoff.notification.affected.Client;
import dev.cutoff.notification.affected.Cutoff;
import dev.cutoff.notification.ladder.Anchor;
import dev.cutoff.notification.ladder.Reason;
import dev.cutoff.notification.ladder.State;
import dev.cutoff.notification.line.Line;
import dev.cutoff.notification.policy.EffectivePolicy;
import dev.cutoff.notification.reminder.Decided;
import dev.cutoff.notification.reminder.Ended;
import dev.cutoff.notification.reminder.Family;
import dev.cutoff.notification.reminder.Reminder;
import dev.cutoff.notification.reminder.Role;
import dev.cutoff.notification.reminder.Status;
import dev.cutoff.notification.tenant.Tenant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LinePlanTest {

    private static final UUID CONTOSO = new UUID(0, 1);
    private static final UUID PRINTER = new UUID(1, 1);
    private static final Line LINE = new Line("exchange-online-basic-auth", "imap", "basic", null);
    static final LocalDate FIRST = LocalDate.parse("2022-10-01");
    private static final LocalDate TODAY = LocalDate.parse("2022-09-16");

    private final Tenant contoso = tenant("decider@contoso.example", "Contact@contoso.example");

    @Test
    void an_owner_is_told_of_the_cutoff_and_who_decides_of_the_decision() {
        var plan = plan(
                contoso, cutoff(State.WORKING, FIRST, "2022-09-30"), List.of(owned("nao@contoso.example")), List.of());

        assertThat(plan.decided())
                .extracting(
                        item -> item.family().person(), item -> item.family().anchor(), Decided::role, Decided::locale)
                .containsExactly(
                        tuple("nao@contoso.example", Anchor.CUTOFF, Role.OWNER, "en"),
                        tuple("decider@contoso.example", Anchor.DECISION, Role.DECISION_CONTACT, "ja"));
        assertThat(plan.decided().getLast().family().clientId()).isEqualTo(Family.NO_CLIENT);
    }

    @Test
    void of_what_nobody_owns_the_contact_hears_as_such() {
        var plan = plan(contoso, cutoff(State.WORKING, FIRST, null), List.of(owned(null)), List.of());

        assertThat(plan.decided())
                .extracting(item -> item.family().person(), Decided::role, Decided::locale)
                .containsExactly(tuple("contact@contoso.example", Role.FALLBACK_CONTACT, "ja"));
    }

    @Test
    void somebody_of_the_tenant_hears_before_nobody_does() {
        var onlyDecider = tenant("decider@contoso.example", null);

        assertThat(plan(onlyDecider, cutoff(State.WORKING, FIRST, null), List.of(owned(null)), List.of())
                        .decided())
                .extracting(item -> item.family().person())
                .containsExactly("decider@contoso.example");
        assertThat(plan(tenant(null, null), cutoff(State.WORKING, FIRST, "2022-09-30"), List.of(owned(null)), List.of())
                        .decided())
                .isEmpty();
    }

    @Test
    void without_a_client_there_is_nothing_to_decide() {
        assertThat(plan(contoso, cutoff(State.WORKING, FIRST, "2022-09-30"), List.of(), List.of())
                        .decided())
                .isEmpty();
    }

    @Test
    void a_nearer_rung_takes_the_place_of_one_that_was_not_sent() {
        var waiting = reminder(1, "nao@contoso.example", FIRST, 30, Status.PLANNED);

        var plan = plan(
                contoso, cutoff(State.WORKING, FIRST, null), List.of(owned("nao@contoso.example")), List.of(waiting));

        assertThat(plan.decided()).extracting(item -> item.decision().rung()).containsExactly(14);
        assertThat(plan.ended()).containsExactly(new Ended(1, Status.SUPERSEDED, Reason.MORE_URGENT));
    }

    @Test
    void a_rung_that_is_still_right_stays() {
        var waiting = reminder(1, "nao@contoso.example", FIRST, 14, Status.PLANNED);

        var plan = plan(
                contoso, cutoff(State.WORKING, FIRST, null), List.of(owned("nao@contoso.example")), List.of(waiting));

        assertThat(plan.decided()).extracting(item -> item.decision().rung()).containsExactly(14);
        assertThat(plan.ended()).isEmpty();
    }

    @Test
    void what_was_planned_for_another_day_gives_way() {
        var waiting = reminder(1, "nao@contoso.example", FIRST, 14, Status.PLANNED);
        var moved = cutoff(State.EXEMPT, LocalDate.parse("2023-01-01"), null);

        var plan = plan(contoso, moved, List.of(owned("nao@contoso.example")), List.of(waiting));

        assertThat(plan.decided())
                .as("107 days before, and nobody was told of the other day")
                .isEmpty();
        assertThat(plan.ended()).containsExactly(new Ended(1, Status.SUPERSEDED, Reason.DATE_CHANGED));
    }

    @Test
    void a_client_that_is_resolved_gone_or_somebody_elses_takes_its_reminder_along_and_says_why() {
        var waiting = List.of(reminder(1, "nao@contoso.example", FIRST, 14, Status.PLANNED));
        var cutoff = cutoff(State.WORKING, FIRST, null);
        var resolved = client("nao@contoso.example", true);

        assertThat(plan(contoso, cutoff, List.of(resolved), waiting).ended())
                .containsExactly(new Ended(1, Status.CANCELLED, Reason.RESOLVED));
        assertThat(plan(contoso, cutoff, List.of(), waiting).ended())
                .containsExactly(new Ended(1, Status.CANCELLED, Reason.NOT_USED));
        assertThat(plan(contoso, cutoff, List.of(owned("new@contoso.example")), waiting)
                        .ended())
                .containsExactly(new Ended(1, Status.CANCELLED, Reason.OTHER_PERSON));
        assertThat(plan(
                                contoso,
                                cutoff(State.BLOCKED_BY_TENANT, FIRST, null),
                                List.of(owned("nao@contoso.example")),
                                waiting)
                        .ended())
                .containsExactly(new Ended(1, Status.CANCELLED, Reason.BLOCKED_BY_TENANT));
    }

    @Test
    void a_decision_that_nobody_was_told_of_in_time_is_expired_and_not_silent() {
        var waiting = new Reminder(
                CONTOSO,
                7,
                Family.NO_CLIENT,
                "decider@contoso.example",
                LINE.programme(),
                "imap",
                "basic",
                null,
                Anchor.DECISION,
                TODAY.minusDays(1),
                0,
                true,
                Role.DECISION_CONTACT,
                Reason.RUNG_DUE,
                Status.PLANNED,
                null,
                null,
                null,
                null);

        var plan = plan(
                contoso, cutoff(State.WORKING, FIRST, null), List.of(owned("nao@contoso.example")), List.of(waiting));

        assertThat(plan.ended()).containsExactly(new Ended(7, Status.EXPIRED, Reason.TOO_LATE));
    }

    @Test
    void what_is_under_way_or_told_is_never_planned_away() {
        for (var state : List.of(Status.SENDING, Status.SENT, Status.FAILED, Status.EXPIRED)) {
            var past = reminder(1, "nao@contoso.example", FIRST, 14, state);

            var plan = plan(contoso, cutoff(State.WORKING, FIRST, null), List.of(), List.of(past));

            assertThat(plan.ended()).as("%s", state).isEmpty();
        }
    }

    static LinePlan plan(Tenant tenant, Cutoff cutoff, List<Client> clients, List<Reminder> earlier) {
        return LinePlan.of(
                tenant, cutoff, clients, earlier, EffectivePolicy.byDefault(tenant.timeZone(), tenant.locale()), TODAY);
    }

    static Tenant tenant(@Nullable String decider, @Nullable String contact) {
        return new Tenant(CONTOSO, 1, "Contoso", ZoneId.of("Asia/Tokyo"), "ja", decider, contact, null);
    }

    static Cutoff cutoff(State state, LocalDate earliest, @Nullable String decisionBy) {
        return new Cutoff(
                LINE,
                state,
                earliest,
                earliest.plusMonths(3),
                null,
                null,
                decisionBy == null ? null : LocalDate.parse(decisionBy),
                null,
                null,
                List.of());
    }

    private static Client owned(@Nullable String owner) {
        return client(owner, false);
    }

    private static Client client(@Nullable String owner, boolean resolved) {
        return client(PRINTER, owner, resolved);
    }

    static Client client(UUID id, @Nullable String owner, boolean resolved) {
        var locale = owner == null ? null : "en";
        return new Client(id, "device", null, "Printer", null, false, resolved, null, owner, locale, Set.of(LINE));
    }

    private static Reminder reminder(long id, String person, LocalDate day, int rung, Status state) {
        return new Reminder(
                CONTOSO,
                id,
                PRINTER,
                person,
                LINE.programme(),
                "imap",
                "basic",
                null,
                Anchor.CUTOFF,
                day,
                rung,
                false,
                Role.OWNER,
                Reason.RUNG_DUE,
                state,
                null,
                null,
                null,
                null);
    }
}
