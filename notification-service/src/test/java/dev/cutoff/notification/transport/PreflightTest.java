package dev.cutoff.notification.transport;

import static io.restassured.RestAssured.given;
import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.icegreen.greenmail.util.GreenMail;
import dev.cutoff.notification.Facts;
import dev.cutoff.notification.NotificationTest;
import dev.cutoff.notification.Stage;
import dev.cutoff.notification.World;
import dev.cutoff.testing.Tokens;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said of a way before mail is due on it. */
@NotificationTest
class PreflightTest {

    private final UUID contoso = UUID.randomUUID();
    private SimpleMeterRegistry metrics;

    World world;
    GreenMail mail;

    @Inject
    RetiringPath retiring;

    @BeforeEach
    void contoso_is_known() {
        new Stage(world, mail);
        world.tenant(contoso, Facts.tenant("Contoso", "UTC"));
    }

    @Test
    void the_way_of_the_service_is_looked_at_when_somebody_asks() {
        given().auth()
                .oauth2(Tokens.operator(contoso))
                .post("/v1/transports/default:check")
                .then()
                .statusCode(200)
                .body("reachable", equalTo(true));

        assertThatJson(new Stage(world, mail).get("/v1/transports", Tokens.viewer(contoso)))
                .inPath("items[?(@.name=='default')]")
                .isEqualTo("""
                        [{"name": "default", "isDefault": true, "host": "localhost", "port": "${json-unit.any-number}",
                          "security": "starttls-optional", "auth": "none", "ratePerMinute": null, "dailyRecipients": null, "parallel": 2,
                          "tenants": [], "checkedAt": "${json-unit.any-string}", "reachable": true, "findings": []}]""");
        given().auth()
                .oauth2(Tokens.viewer(contoso))
                .post("/v1/transports/default:check")
                .then()
                .statusCode(403);
        given().auth()
                .oauth2(Tokens.operator(contoso))
                .post("/v1/transports/none:check")
                .then()
                .statusCode(404);
    }

    @Test
    void what_does_not_answer_or_does_not_let_us_in_is_said() {
        try (var smtp = new ScriptedSmtp()) {
            assertThat(kinds(look(Map.of("cutoff.smtp.url", smtp.url())))).isEmpty();
            assertThat(kinds(look(Map.of("cutoff.smtp.url", smtp.url() + "?starttls=required"))))
                    .containsExactly(Finding.Kind.CANNOT_CONNECT);

            smtp.on("EHLO", "250-scripted\r\n250 AUTH PLAIN").on("AUTH", "535 no");
            assertThat(kinds(look(Map.of("cutoff.smtp.url", smtp.url().replace("//", "//relay:wrong@")))))
                    .containsExactly(Finding.Kind.LOGIN_REFUSED);
            assertThat(smtp.commands()).noneMatch(command -> command.startsWith("MAIL"));

            assertThat(kinds(look(Map.of(
                            "cutoff.smtp.url", smtp.url(),
                            "cutoff.transports.default.auth", "xoauth2",
                            "cutoff.transports.default.user", "cutoff@contoso.example"))))
                    .containsExactly(Finding.Kind.NO_TOKEN);
        }
        assertThat(kinds(look(Map.of("cutoff.smtp.url", "smtp://localhost:1"))))
                .containsExactly(Finding.Kind.CANNOT_CONNECT);
        assertThat(metrics.find("cutoff.transport.reachable").gauge().value()).isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            scheduled       | 2026-12-31 | stops for the sender's tenant on 2026-12-31, as announced on 2022-09-01.
            working         |            | stops for the sender's tenant from 2022-10-01 on, as announced on 2022-09-01.
            off-for-good    |            | is off for the sender's tenant, as announced on 2022-09-01.
            not-affected    |            |
            """)
    void a_way_that_is_being_retired_says_until_when_it_is_open(String state, String day, String says) {
        world.line(contoso, "smtp-auth", "basic", day == null ? Facts.window(state, null) : Facts.named(state, day));

        var found = retiring.of(way("smtp.office365.com", "password", contoso));

        assertThat(found.map(Finding::detail).orElse(""))
                .isEqualTo(
                        says == null
                                ? ""
                                : "SMTP AUTH with a password " + says + " Use xoauth2, or another mail server.");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            smtp.office365.com,      password, RETIRING_PATH
            smtp.office365.us,       login,    RETIRING_PATH
            smtp-hve.office365.com,  password, RETIRING_PATH
            smtp.office365.com,      xoauth2,
            mail.contoso.example,    password,
            """)
    void it_is_the_password_and_the_vendors_own_server_that_make_it_so(String host, String auth, Finding.Kind kind) {
        assertThat(retiring.of(way(host, auth, null)).map(Finding::kind).orElse(null))
                .isEqualTo(kind);
    }

    @Test
    void while_timeline_cannot_say_when_it_still_says_that() {
        assertThat(retiring.of(way("smtp.office365.com", "password", UUID.randomUUID()))
                        .orElseThrow()
                        .detail())
                .contains("timeline does not know the sender's tenant");
        world.stop("timeline");
        assertThat(retiring.of(way("smtp.office365.com", "password", contoso))
                        .orElseThrow()
                        .detail())
                .contains("cannot be asked just now");
    }

    private Checked look(Map<String, String> settings) {
        var transports = Ways.of(settings);
        metrics = new SimpleMeterRegistry();
        return new Preflight(transports, retiring, metrics)
                .look(transports.find("default").orElseThrow());
    }

    private static List<Finding.Kind> kinds(Checked checked) {
        return checked.findings().stream().map(Finding::kind).toList();
    }

    private static Transport way(String host, String auth, UUID senderTenant) {
        var settings = new HashMap<>(Map.of(
                "cutoff.smtp.url",
                "smtp://" + host + ":587",
                "cutoff.transports.default.user",
                "cutoff@contoso.example",
                "cutoff.transports.default.password",
                "s3cret",
                "cutoff.transports.default.auth",
                auth));
        if (senderTenant != null) {
            settings.put("cutoff.transports.default.sender-tenant", senderTenant.toString());
        }
        return Ways.of(settings).find("default").orElseThrow();
    }
}
