package dev.cutoff.notification.forecast;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import dev.cutoff.commons.security.Callers;
import dev.cutoff.commons.security.TenantScope;
import dev.cutoff.notification.Facts;
import dev.cutoff.notification.NotificationTest;
import dev.cutoff.notification.Stage;
import dev.cutoff.notification.World;
import dev.cutoff.notification.transport.Ways;
import dev.cutoff.testing.Tokens;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is said beforehand of when everybody will have been reached. */
@NotificationTest
class ForecastTest {

    private static final String DAY = "2022-09-16T13:00:00Z";

    private final UUID contoso = UUID.randomUUID();
    private final UUID fabrikam = UUID.randomUUID();

    World world;
    GreenMail mail;

    @Inject
    ForecastStore store;

    @Inject
    Callers callers;

    @Inject
    Clock clock;

    private Stage stage;

    @BeforeEach
    void three_people_of_one_tenant_and_one_of_another_wait() {
        stage = new Stage(world, mail);
        world.tenant(contoso, Facts.tenant("Contoso", "UTC"));
        world.tenant(fabrikam, Facts.tenant("Fabrikam", "UTC"));
        for (var i = 0; i < 3; i++) {
            person(contoso, "owner" + i + "@contoso.example");
        }
        person(fabrikam, "nao@fabrikam.example");
        stage.at(DAY);
    }

    private void person(UUID tenant, String address) {
        world.usage(tenant, "imap", "basic", world.client(tenant, UUID.randomUUID(), Facts.client("Printer", address)));
        world.line(tenant, "imap", "basic", Facts.window("working", null));
    }

    @Test
    void what_is_held_is_counted_apart_and_may_be_looked_at_as_if_it_were_not() {
        assertThatJson(stage.get("/v1/dispatch/forecast"))
                .isObject()
                .containsEntry("waiting", 0)
                .containsEntry("held", 4)
                .containsEntry("lastAt", null);
        assertThatJson(stage.get("/v1/dispatch/forecast?held=true&by=hour")).isEqualTo("""
                {"at": "2022-09-16T13:00:00Z", "waiting": 4, "held": 4, "lastAt": "2022-09-16T13:00:00Z", "by": "hour",
                 "periods": [{"from": "2022-09-16T13:00:00Z", "notices": 4, "reached": 4}], "tenantCount": 2,
                 "tenants": "${json-unit.ignore}"}""");
    }

    @Test
    void a_token_sees_its_own_tenants_in_the_queue_of_all() {
        assertThatJson(stage.get("/v1/dispatch/forecast?held=true", Tokens.viewer(fabrikam)))
                .inPath("tenants")
                .isEqualTo("""
                        [{"tenantId": "%s", "notices": 1, "firstAt": "2022-09-16T13:00:00Z", "lastAt": "2022-09-16T13:00:00Z"}]""".formatted(fabrikam));
        assertThatJson(stage.get("/v1/dispatch/forecast?held=true&tenant=" + contoso))
                .inPath("waiting")
                .isEqualTo(3);
        assertThat(stage.status("/v1/dispatch/forecast?tenant=" + contoso, Tokens.viewer(fabrikam)))
                .isEqualTo(404);
        assertThat(stage.status("/v1/dispatch/forecast?by=minute", Tokens.everything()))
                .isEqualTo(400);
    }

    @Test
    void rates_and_quiet_hours_make_it_later() {
        stage.sql("update notice set quiet_from = '12:00', quiet_to = '18:30' where person like '%fabrikam%'");
        stage.sql("update notice set nearest = '2022-09-30' where person like 'owner0%'");

        var forecast = forecast("2");

        assertThat(forecast.lastAt()).isEqualTo(Instant.parse("2022-09-16T18:30:00Z"));
        assertThat(forecast.tenants())
                .extracting(Forecast.OfTenant::tenantId, Forecast.OfTenant::firstAt, Forecast.OfTenant::lastAt)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                fabrikam, Instant.parse("2022-09-16T18:30:00Z"), Instant.parse("2022-09-16T18:30:00Z")),
                        org.assertj.core.groups.Tuple.tuple(
                                contoso, Instant.parse(DAY), Instant.parse("2022-09-16T13:01:00Z")));
    }

    /** At so many mails a minute, which the service under test does not keep to. */
    private Forecast forecast(String perMinute) {
        var transports = Ways.of(
                Map.of("cutoff.smtp.url", "smtp://localhost", "cutoff.transports.default.rate-per-minute", perMinute));
        return new Forecasts(store, transports, callers, clock).of(TenantScope.ALL, true, null);
    }
}
