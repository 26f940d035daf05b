package dev.cutoff.notification.notice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutoff.notification.notice.SendingConfig.Uncertain;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SendingConfigTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            RESEND, 0, ,       PT10M
            RESEND, 1, ,       PT20M
            RESEND, 9, ,       PT1H
            RESEND, 0, PT11M,  PT10M
            RESEND, 0, PT9M,   PT0S
            RESEND, 0, -PT5M,  PT0S
            HOLD,   0, ,       PT876000H
            HOLD,   0, PT9M,   PT876000H
            """)
    void a_mail_without_an_answer_rests(Uncertain then, int timesBefore, Duration useLeft, Duration rest) {
        var config = new SmallRyeConfigBuilder()
                .withMapping(SendingConfig.class)
                .withConverter(Duration.class, 100, new DurationConverter())
                .withDefaultValues(
                        Map.of("cutoff.sending.uncertain", then.name().toLowerCase()))
                .build()
                .getConfigMapping(SendingConfig.class);

        assertThat(config.rest(timesBefore, Optional.ofNullable(useLeft))).isEqualTo(rest);
    }
}
