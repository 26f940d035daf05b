package dev.cutoff.notification.notice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutoff.notification.dispatch.DispatchState;
import dev.cutoff.notification.ladder.Reason;
import dev.cutoff.notification.policy.EffectivePolicy;
import dev.cutoff.notification.policy.Severity;
import dev.cutoff.notification.reminder.Due;
import dev.cutoff.notification.reminder.Status;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ArrangementTest {

    private static final UUID CONTOSO = new UUID(0, 1);
    private static final UUID FABRIKAM = new UUID(0, 2);
    private static final UUID NOTICE = new UUID(1, 1);
    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    /** Thursday evening in New York and Friday in Tokyo. */
    private static final Instant NOW = Instant.parse("2022-09-16T01:00:00Z");

    private static final LocalDate FRIDAY = LocalDate.parse("2022-09-16");
    private static final LocalDate CUTOFF = LocalDate.parse("2022-10-01");

    @Test
    void all_that_is_due_is_one_mail_in_the_zone_and_language_of_the_most_urgent() {
        var places = arrange(
                List.of(due(FABRIKAM, CUTOFF.plusDays(9), null, NEW_YORK), due(CONTOSO, CUTOFF, null, TOKYO)),
                Map.of(CONTOSO, DispatchState.RELEASED, FABRIKAM, DispatchState.RELEASED),
                List.of(),
                Set.of(),
                Arrangement.History.NONE);

        assertThat(places).hasSize(1);
        var place = places.getFirst();
        assertThat(place.tenants()).containsExactlyInAnyOrder(CONTOSO, FABRIKAM);
        assertThat(place.day()).isEqualTo(FRIDAY);
        assertThat(place.zone()).isEqualTo(TOKYO);
        assertThat(place.locale()).isEqualTo("ja");
        assertThat(place.nearest()).isEqualTo(CUTOFF);
        assertThat(place.state()).isEqualTo(Status.PLANNED);
    }

    @Test
    void what_is_held_goes_into_a_later_mail_and_keeps_nothing_back() {
        var places = arrange(
                List.of(due(CONTOSO, CUTOFF, NOTICE, TOKYO), due(FABRIKAM, CUTOFF, NOTICE, NEW_YORK)),
                Map.of(CONTOSO, DispatchState.RELEASED, FABRIKAM, DispatchState.HELD),
                List.of(open(NOTICE, FRIDAY, Status.HELD, false, CONTOSO, FABRIKAM)),
                Set.of(),
                Arrangement.History.NONE);

        assertThat(places).extracting(Place::state).containsExactly(Status.PLANNED, Status.HELD);
        assertThat(places).extracting(Place::tenants).containsExactly(Set.of(CONTOSO), Set.of(FABRIKAM));
        assertThat(places.getFirst().id()).isEqualTo(NOTICE);
        assertThat(places.getFirst().day()).isEqualTo(FRIDAY);
        assertThat(places.getLast().day()).isNotEqualTo(FRIDAY);
    }

    @Test
    void a_notice_that_waits_moves_on_with_the_day() {
        var places = arrange(
                List.of(due(CONTOSO, CUTOFF, NOTICE, TOKYO)),
                Map.of(CONTOSO, DispatchState.HELD),
                List.of(open(NOTICE, FRIDAY.minusDays(3), Status.HELD, false, CONTOSO)),
                Set.of(),
                Arrangement.History.NONE);

        assertThat(places).hasSize(1);
        assertThat(places.getFirst().id()).isEqualTo(NOTICE);
        assertThat(places.getFirst().day()).isEqualTo(FRIDAY);
    }

    @Test
    void who_has_just_had_a_mail_gets_the_next_on_a_later_day_and_it_says_why() {
        var history = new Arrangement.History(FRIDAY.minusDays(1), Set.of(FRIDAY.minusDays(1)));

        var place = arrange(
                        List.of(due(CONTOSO, CUTOFF, null, TOKYO)),
                        Map.of(CONTOSO, DispatchState.RELEASED),
                        List.of(),
                        Set.of(),
                        history)
                .getFirst();

        assertThat(place.day()).isEqualTo(LocalDate.parse("2022-09-22"));
        assertThat(place.waitsFor()).isEqualTo(Reason.CALM);
    }

    @Test
    void nobody_gets_two_mails_on_one_day_however_urgent() {
        var history = new Arrangement.History(FRIDAY, Set.of(FRIDAY));

        var place = arrange(
                        List.of(due(CONTOSO, FRIDAY.plusDays(1), null, TOKYO)),
                        Map.of(CONTOSO, DispatchState.RELEASED),
                        List.of(),
                        Set.of(),
                        history)
                .getFirst();

        assertThat(place.day()).isEqualTo(FRIDAY.plusDays(1));
    }

    @Test
    void a_day_on_which_a_mail_was_refused_is_taken_too() {
        var history = new Arrangement.History(null, Set.of(FRIDAY));

        assertThat(arrange(
                                List.of(due(CONTOSO, CUTOFF, null, TOKYO)),
                                Map.of(CONTOSO, DispatchState.RELEASED),
                                List.of(),
                                Set.of(),
                                history)
                        .getFirst()
                        .day())
                .isEqualTo(FRIDAY.plusDays(1));
    }

    @Test
    void what_was_put_off_goes_out_as_it_is_if_it_still_says_all() {
        var tried = open(NOTICE, FRIDAY.minusDays(1), Status.RETRY, true, CONTOSO);

        var place = arrange(
                        List.of(due(CONTOSO, CUTOFF, NOTICE, TOKYO)),
                        Map.of(CONTOSO, DispatchState.RELEASED),
                        List.of(tried),
                        Set.of(),
                        Arrangement.History.NONE)
                .getFirst();

        assertThat(place.keepsBytes()).isTrue();
        assertThat(place.state()).isEqualTo(Status.RETRY);
        assertThat(place.day()).isEqualTo(FRIDAY.minusDays(1));
        assertThat(tried.isAs(place)).isTrue();
    }

    @Test
    void what_was_put_off_is_written_anew_if_there_is_more_or_less_to_say() {
        var tried = open(NOTICE, FRIDAY.minusDays(1), Status.RETRY, true, CONTOSO);
        var released = Map.of(CONTOSO, DispatchState.RELEASED);

        var more = arrange(
                List.of(due(CONTOSO, CUTOFF, NOTICE, TOKYO), due(CONTOSO, CUTOFF, null, TOKYO)),
                released,
                List.of(tried),
                Set.of(),
                Arrangement.History.NONE);
        var less = arrange(
                List.of(due(CONTOSO, CUTOFF, NOTICE, TOKYO)),
                released,
                List.of(tried),
                Set.of(NOTICE),
                Arrangement.History.NONE);

        for (var places : List.of(more, less)) {
            assertThat(places).hasSize(1);
            assertThat(places.getFirst().id()).isEqualTo(NOTICE);
            assertThat(places.getFirst().keepsBytes()).isFalse();
            assertThat(places.getFirst().day()).isEqualTo(FRIDAY);
        }
    }

    @Test
    void what_has_been_begun_is_finished_while_held_and_stands_still_while_paused() {
        var tried = open(NOTICE, FRIDAY, Status.RETRY, true, CONTOSO);
        var due = List.of(due(CONTOSO, CUTOFF, NOTICE, TOKYO));

        assertThat(arrange(
                        due, Map.of(CONTOSO, DispatchState.HELD), List.of(tried), Set.of(), Arrangement.History.NONE))
                .extracting(Place::state)
                .containsExactly(Status.RETRY);
        assertThat(arrange(
                        due, Map.of(CONTOSO, DispatchState.PAUSED), List.of(tried), Set.of(), Arrangement.History.NONE))
                .extracting(Place::state)
                .containsExactly(Status.HELD);
    }

    @Test
    void a_notice_that_ended_today_without_being_sent_holds_the_day_and_is_taken_up_again() {
        var ended = open(NOTICE, FRIDAY, Status.CANCELLED, false, CONTOSO);

        var places = arrange(
                List.of(due(CONTOSO, CUTOFF, null, TOKYO)),
                Map.of(CONTOSO, DispatchState.RELEASED),
                List.of(ended),
                Set.of(),
                Arrangement.History.NONE);

        assertThat(places).extracting(Place::id).containsExactly(NOTICE);
    }

    private static List<Place> arrange(
            List<Due> due,
            Map<UUID, DispatchState> dispatch,
            List<OpenNotice> open,
            Set<UUID> withDead,
            Arrangement.History history) {
        return Arrangement.of(
                due, dispatch, open, withDead, history, item -> EffectivePolicy.byDefault(TOKYO, "ja"), NOW);
    }

    private static Due due(UUID tenant, LocalDate nearest, @Nullable UUID notice, ZoneId zone) {
        return new Due(
                "nao@contoso.example",
                tenant,
                "a-programme",
                notice,
                nearest,
                false,
                zone == TOKYO ? "ja" : "en",
                zone);
    }

    private static OpenNotice open(UUID id, LocalDate day, Status state, boolean frozen, UUID... tenants) {
        return new OpenNotice(
                id,
                1,
                "nao@contoso.example",
                day,
                state,
                null,
                List.of(tenants),
                CUTOFF,
                "ja",
                TOKYO,
                Severity.NORMAL,
                null,
                null,
                frozen);
    }
}
