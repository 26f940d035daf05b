package dev.cutoff.notification.ladder;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalmTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            # today,    last mail,  nearest,    at once, day of the mail
            2022-09-16, ,           2022-10-01, false,   2022-09-16
            2022-09-16, 2022-09-09, 2022-10-01, false,   2022-09-16
            2022-09-15, 2022-09-09, 2022-10-01, false,   2022-09-16
            2022-09-15, 2022-09-14, 2022-10-01, false,   2022-09-21
            2022-09-15, 2022-09-14, 2022-09-18, false,   2022-09-15
            2022-09-15, 2022-09-14, 2022-09-20, false,   2022-09-16
            2022-09-15, 2022-09-14, 2022-12-31, true,    2022-09-15
            2022-09-15, 2022-09-15, 2022-09-16, true,    2022-09-16
            2022-09-15, 2022-09-15, 2022-12-31, false,   2022-09-22
            """)
    void between_two_mails_are_five_working_days_unless_three_days_or_less_remain_or_a_day_is_news(
            LocalDate today, @Nullable LocalDate lastMail, LocalDate nearest, boolean atOnce, LocalDate day) {
        assertThat(Calm.day(List.of(new Calm.Due(nearest, atOnce, Policy.DEFAULT)), lastMail, today))
                .isEqualTo(day);
    }
}
