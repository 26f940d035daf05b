package dev.cutoff.notification.notice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutoff.notification.reminder.Status;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InterventionTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            PLANNED,    false, Refused, Withdraw
            HELD,       false, Refused, Withdraw
            SENDING,    false, Refused, Refused
            UNCERTAIN,  false, Hurry,   Withdraw
            SENT,       false, Repeat,  Refused
            RETRY,      false, Hurry,   Withdraw
            RETRY,      true,  Nothing, KeepSent
            FAILED,     false, Reopen,  Refused
            SUPERSEDED, false, Refused, Refused
            EXPIRED,    false, Refused, Refused
            CANCELLED,  false, Refused, Nothing
            """)
    void what_may_be_done_depends_on_how_far_it_has_come(Status status, boolean asked, String resend, String cancel) {
        assertThat(Intervention.resend(status, asked).getClass().getSimpleName())
                .isEqualTo(resend);
        assertThat(Intervention.cancel(status, asked).getClass().getSimpleName())
                .isEqualTo(cancel);
    }
}
