package dev.cutoff.notification.notice;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import dev.cutoff.notification.Facts;
import dev.cutoff.notification.NotificationTest;
import dev.cutoff.notification.Stage;
import dev.cutoff.notification.World;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@NotificationTest
class NoticeSignalsTest {

    World world;
    GreenMail mail;

    @Inject
    NoticeSignals signals;

    @Test
    void an_operator_sees_what_waits_where_and_since_when() {
        var stage = new Stage(world, mail);
        var contoso = world.tenant(UUID.randomUUID(), Facts.tenant("Contoso", "UTC"));
        world.usage(contoso, "imap", "basic", world.client(contoso, UUID.randomUUID(), Facts.client("Printer", null)));
        world.line(contoso, "imap", "basic", Facts.window("working", null));
        stage.at("2022-09-16T13:00:00Z");

        signals.measure();
        assertThat(metrics())
                .contains("cutoff_notices{status=\"held\"} 1.0", "cutoff_notices{status=\"sent\"} 0.0")
                .contains("cutoff_notice_oldest_due_age_seconds 0.0")
                .contains(
                        "cutoff_notices_uncertain_total", "cutoff_notices_resent_total", "cutoff_notices_expired_total")
                .containsPattern("cutoff_planner_last_success_timestamp_seconds 1\\.\\d+E9");

        stage.sql("update notice set state = 'planned'");
        signals.measure();
        assertThat(metrics()).contains("cutoff_notice_oldest_due_age_seconds 46800.0");
    }

    private static String metrics() {
        return given().noFilters()
                .get("/q/metrics")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }
}
