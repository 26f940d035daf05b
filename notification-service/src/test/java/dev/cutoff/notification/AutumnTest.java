package dev.cutoff.notification;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The autumn of 2022 for one tenant, from its facts to its mails. */
@NotificationTest
class AutumnTest {

    private static final String WINDOW = """
            {"state": "working", "since": null, "until": "2022-10-01T00:00:00Z",
             "cutoff": {"earliest": "2022-10-01", "latest": "2022-12-31", "day": null, "precision": "day", "reason": "random"},
             "decisionBy": %s, "allowedActions": [{"action": "opt-out", "allowed": true, "reason": "in its window",
               "from": "2022-09-01T00:00:00Z", "until": "2022-10-01T00:00:00Z", "channel": "self-service"}],
             "declared": null, "confirmed": null, "observed": null, "basis": "rule",
             "effective": "exchange-online-basic-auth", "announced": "2022-09-01", "checkedOn": "2022-09-14",
             "revision": "2022-09-01"}""";

    private final UUID fabrikam = UUID.randomUUID();
    private final UUID printer = UUID.randomUUID();
    private final UUID phone = UUID.randomUUID();

    World world;
    GreenMail mail;
    private Stage stage;

    @BeforeEach
    void there_is_a_tenant_with_a_printer_and_a_phone() {
        stage = new Stage(world, mail);
        world.tenant(fabrikam, """
                {"name": "Fabrikam", "timeZone": "America/New_York", "locale": "en",
                 "decisionContact": "global-admin@fabrikam.example", "fallbackContact": "mail-admins@fabrikam.example"}""");
        world.client(fabrikam, printer, """
                {"kind": "device", "product": "VersaLink C405", "name": "Xerox VersaLink C405 floor 1", "status": "owner-assigned",
                 "account": "scanner1@fabrikam.example", "shared": true,
                 "owner": {"id": "%s", "name": "Marco Kato", "email": "Marco.Kato@fabrikam.example", "locale": "en"}}""".formatted(UUID.randomUUID()));
        world.client(fabrikam, phone, """
                {"kind": "mobile-app", "product": "iOS Mail", "name": null, "status": "discovered",
                 "account": "hana.costa20@fabrikam.example", "shared": false, "owner": null}""");
        world.usage(fabrikam, "imap", "basic", printer);
        world.usage(fabrikam, "eas", "basic", phone);
        world.line(fabrikam, "imap", "basic", WINDOW.formatted("\"2022-09-30\""));
        world.line(fabrikam, "eas", "basic", WINDOW.formatted("\"2022-09-30\""));
    }

    @Test
    void everything_is_planned_and_held_until_it_is_released() {
        stage.at("2022-09-16T13:00:00Z");

        assertThatJson(stage.get("/v1/notices?status=held"))
                .inPath("items[*].recipient")
                .isArray()
                .containsExactlyInAnyOrder(
                        "global-admin@fabrikam.example", "mail-admins@fabrikam.example", "marco.kato@fabrikam.example");
        assertThat(stage.mails()).isEmpty();

        stage.released(fabrikam).at("2022-09-16T13:00:00Z");

        assertThat(stage.recipients())
                .containsExactly(
                        "global-admin@fabrikam.example", "mail-admins@fabrikam.example", "marco.kato@fabrikam.example");
        assertThatJson(stage.get("/v1/notices?recipient=marco.kato@fabrikam.example"))
                .inPath("items[0].items")
                .isEqualTo("""
                [{"tenantId": "%s", "clientId": "%s", "programme": "exchange-online-basic-auth", "protocol": "imap",
                  "authMethod": "basic", "rung": 14, "anchor": "cutoff", "anchorDay": "2022-10-01", "role": "owner",
                  "reason": "rung-due", "status": "sent"}]""".formatted(fabrikam, printer));
        for (var message : stage.mails()) {
            System.out.println(Stage.source(message));
        }
        System.out.println(stage.get("/v1/notices"));
    }
}
