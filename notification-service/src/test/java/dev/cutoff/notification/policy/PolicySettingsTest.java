package dev.cutoff.notification.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutoff.notification.ladder.Policy;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class PolicySettingsTest {

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    @Test
    void nothing_set_is_what_the_product_comes_with_in_the_zone_and_language_of_the_tenant() {
        var policy = EffectivePolicy.byDefault(TOKYO, "ja");

        assertThat(policy.ladder()).isEqualTo(Policy.DEFAULT);
        assertThat(policy.timeZone()).isEqualTo(TOKYO);
        assertThat(policy.locale()).isEqualTo("ja");
        assertThat(policy.quietHours()).isNull();
        assertThat(policy.recipients()).isEqualTo(new Recipients(true, false, false, false));
    }

    @Test
    void the_more_specific_field_wins_and_an_absent_one_is_inherited() {
        var all = settings(
                List.of(30, 7), new QuietHours("18:00", "08:00"), null, new Recipients(null, true, null, null));
        var tenant = settings(null, null, 2, new Recipients(false, null, null, null));
        var programme = settings(List.of(14), null, null, null);

        var policy = EffectivePolicy.of(programme.over(tenant).over(all).over(PolicySettings.DEFAULT));

        assertThat(policy.rungs()).containsExactly(14);
        assertThat(policy.calmWorkingDays()).isEqualTo(2);
        assertThat(policy.quietHours()).isEqualTo(new QuietHours("18:00", "08:00"));
        assertThat(policy.recipients())
                .as("each of its fields by itself")
                .isEqualTo(new Recipients(false, true, false, false));
        assertThat(policy.urgentDays()).isEqualTo(3);
    }

    @Test
    void the_same_hour_twice_takes_wider_quiet_hours_away() {
        var all = settings(null, new QuietHours("18:00", "08:00"), null, null);
        var tenant = settings(null, new QuietHours("00:00", "00:00"), null, null);

        assertThat(EffectivePolicy.of(tenant.over(all).over(PolicySettings.DEFAULT))
                        .quietHours())
                .isNull();
    }

    @Test
    void values_are_kept_once_and_in_order_so_that_the_same_policy_reads_the_same() {
        assertThat(settings(List.of(0, 30, 7, 30), null, null, null).rungs()).containsExactly(30, 7, 0);
    }

    @Test
    void days_off_and_holidays_reach_the_ladder() {
        var christmas = LocalDate.parse("2026-12-25");
        var settings = new PolicySettings(
                null,
                null,
                List.of(Weekday.SUNDAY, Weekday.MONDAY),
                List.of(christmas),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);

        var ladder = EffectivePolicy.of(settings.over(PolicySettings.DEFAULT)).ladder();

        assertThat(ladder.holidays()).containsExactly(christmas);
        assertThat(ladder.daysOff()).hasSize(5).contains(DayOfWeek.FRIDAY);
    }

    private static PolicySettings settings(List<Integer> rungs, QuietHours quiet, Integer calm, Recipients recipients) {
        return new PolicySettings(rungs, quiet, null, null, null, null, recipients, calm, null, null, null, null);
    }
}
