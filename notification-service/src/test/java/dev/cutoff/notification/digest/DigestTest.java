package dev.cutoff.notification.digest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import dev.cutoff.notification.Facts;
import dev.cutoff.notification.NotificationTest;
import dev.cutoff.notification.Stage;
import dev.cutoff.notification.World;
import dev.cutoff.testing.Tokens;
import io.restassured.path.json.JsonPath;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a mail tells, from the clients, cutoffs and reminders in the database. */
@NotificationTest
class DigestTest {

    private static final String DAY = "2022-09-16T13:00:00Z";
    private static final String OWNER = "marco.kato@contoso.example";
    private static final String CONTACT = "mail-admins@contoso.example";
    private static final String DECIDER = "global-admin@contoso.example";

    private final UUID contoso = UUID.randomUUID();

    World world;
    GreenMail mail;
    private Stage stage;

    @BeforeEach
    void a_tenant() {
        stage = new Stage(world, mail);
        world.tenant(contoso, Facts.tenant("Contoso", "UTC"));
    }

    @Test
    void few_clients_are_listed_and_protocols_of_one_day_are_one_thing() {
        client(contoso, "Xerox floor 1", OWNER, "imap", "pop");
        client(contoso, "Xerox floor 2", OWNER, "imap");
        lines(contoso, Facts.window("working", null), "imap", "pop");

        stage.at(DAY);

        assertThat(text(OWNER))
                .contains("* Basic authentication for IMAP and POP stops")
                .contains("""
                          Clients:
                          - Xerox floor 1 (device, account scanner@contoso.example): IMAP and POP
                          - Xerox floor 2 (device, account scanner@contoso.example): IMAP
                        """)
                .doesNotContain("attached");
        assertThat(files(OWNER)).containsExactly("cutoff-dates.ics");
    }

    @Test
    void a_hundred_and_twenty_clients_that_nobody_owns_are_counted_and_attached() throws Exception {
        for (var n = 0; n < 120; n++) {
            client(contoso, "Printer %03d".formatted(n), null, n % 4 == 0 ? "pop" : "imap");
        }
        lines(contoso, Facts.window("working", null), "imap", "pop");

        stage.at(DAY);

        assertThat(text(CONTACT))
                .contains("nobody is known to answer for these 120 clients of Contoso, and you are its contact.")
                .contains("  - 120 devices: IMAP and POP\n  - All 120 stand in the attached list.\n")
                .doesNotContain("Printer 0");
        assertThat(files(CONTACT)).containsExactly("cutoff-clients.csv", "cutoff-dates.ics");
        assertThat(file(CONTACT, 1).lines())
                .hasSize(121)
                .anyMatch(
                        line -> line.startsWith(
                                "Coming,Contoso,Printer 119,device,scanner@contoso.example,,,Basic authentication for IMAP and POP,IMAP,"));
    }

    @Test
    void the_same_thing_in_several_tenants_is_told_once_with_all_of_them() {
        var others = new ArrayList<UUID>();
        for (var name : List.of("Fabrikam", "Northwind", "Tailspin")) {
            var other = world.tenant(UUID.randomUUID(), Facts.tenant(name, "UTC"));
            client(other, "Scanner of " + name, OWNER, "imap");
            lines(other, Facts.window("working", null), "imap");
            others.add(other);
        }
        client(contoso, "Scanner of Contoso", OWNER, "imap");
        lines(contoso, Facts.named("scheduled", "2022-09-20"), "imap");

        stage.at(DAY);

        var text = text(OWNER);
        assertThat(text)
                .startsWith("Cutoff\n\n== Act now ==\n\n* Contoso: Basic authentication for IMAP stops\n")
                .contains("== Coming ==\n\n* Fabrikam, Northwind and Tailspin: Basic authentication for IMAP stops\n")
                .contains("  - Scanner of Northwind (device, account scanner@contoso.example, Northwind): IMAP\n");
        assertThat(text.split("Basic authentication for IMAP stops")).hasSize(3);
    }

    @Test
    void who_decides_reads_for_whom_and_what_a_decision_buys() {
        client(contoso, "Xerox floor 1", OWNER, "imap");
        client(contoso, "Xerox floor 2", null, "imap", "pop");
        client(contoso, "Gone", OWNER, "migrated", "imap");
        lines(
                contoso,
                Facts.window("working", "2022-09-30")
                        .replace(
                                "\"channel\": \"self-service\"}",
                                "\"channel\": \"self-service\", \"effectiveUntil\": \"2023-01-01T00:00:00Z\"}"),
                "imap",
                "pop");

        stage.at(DAY);

        assertThat(text(DECIDER)).contains("""
                  What you can do now:
                  - Opt out, through the vendor's self-service diagnostic, until Friday 30 September 2022. It then goes on working until Saturday 31 December 2022.

                  Still at risk, 2 clients:
                  - Xerox floor 1 (device, account scanner@contoso.example): IMAP; marco.kato answers for it
                  - Xerox floor 2 (device, account scanner@contoso.example): IMAP and POP; nobody answers for it
                """);
    }

    @Test
    void a_decision_for_which_nobody_is_at_risk_any_more_is_not_told() {
        client(contoso, "Xerox floor 1", OWNER, "imap");
        lines(contoso, Facts.window("working", "2022-09-30"), "imap");
        stage.at(DAY);

        stage.sql("update client set resolved = true");

        var id = new JsonPath(stage.get("/v1/notices?recipient=" + DECIDER)).getString("items[0].id");
        assertThat(stage.status("/v1/notices/" + id + "/preview", Tokens.everything()))
                .isEqualTo(404);
    }

    @Test
    void the_whole_mail_is_saved_under_the_name_of_its_notice() {
        client(contoso, "Xerox floor 1", OWNER, "imap");
        lines(contoso, Facts.window("working", null), "imap");
        stage.at(DAY);

        var id = new JsonPath(stage.get("/v1/notices?recipient=" + OWNER)).getString("items[0].id");
        given().auth()
                .oauth2(Tokens.everything())
                .accept("message/rfc822")
                .get("/v1/notices/" + id + "/preview")
                .then()
                .statusCode(200)
                .header("Content-Disposition", "attachment; filename=\"notice-" + id + ".eml\"");
    }

    @Test
    void what_was_told_and_is_resolved_is_said_once_with_the_next_mail() {
        var printer = client(contoso, "Xerox floor 1", OWNER, "imap");
        client(contoso, "Xerox floor 2", OWNER, "imap");
        lines(contoso, Facts.window("working", null), "imap");
        stage.at(DAY).released(contoso).at(DAY);

        world.client(contoso, printer, Facts.client("Xerox floor 1", OWNER, "migrated"));
        stage.at("2022-09-17T13:00:00Z").at("2022-09-23T13:00:00Z").at("2022-09-28T13:00:00Z");

        assertThat(texts(OWNER)).hasSize(3);
        assertThat(texts(OWNER).get(0)).doesNotContain("Resolved").contains("Xerox floor 1");
        assertThat(texts(OWNER).get(1))
                .contains("== Resolved ==\n\n* Basic authentication for IMAP: nothing more to do\n")
                .contains("This client has moved on or is gone")
                .contains("Xerox floor 1");
        assertThat(texts(OWNER).get(2))
                .doesNotContain("Resolved", "Xerox floor 1")
                .contains("Xerox floor 2");
    }

    @Test
    void a_day_that_moves_raises_the_sequence_of_its_event() throws Exception {
        client(contoso, "Xerox floor 1", OWNER, "imap");
        lines(contoso, Facts.named("scheduled", "2022-10-20"), "imap");
        stage.at("2022-10-13T13:00:00Z").released(contoso).at("2022-10-13T13:00:00Z");
        lines(contoso, Facts.named("scheduled", "2022-11-03"), "imap");
        stage.at("2022-10-14T13:00:00Z");
        lines(contoso, Facts.named("scheduled", "2022-10-27"), "imap");
        stage.at("2022-10-17T13:00:00Z");

        var uid = "UID:" + contoso + ".exchange-online-basic-auth.imap.basic.stop@cutoff";
        var calendars =
                mails(OWNER).stream().map(message -> content(message, 1)).toList();
        assertThat(calendars)
                .hasSize(3)
                .allMatch(calendar -> calendar.replace("\r\n ", "").contains(uid));
        assertThat(calendars.get(0)).contains("SEQUENCE:0", "DTSTART;VALUE=DATE:20221020");
        assertThat(calendars.get(1)).contains("SEQUENCE:1", "DTSTART;VALUE=DATE:20221103");
        assertThat(calendars.get(2)).contains("SEQUENCE:2", "DTSTART;VALUE=DATE:20221027");
    }

    private UUID client(UUID tenant, String name, @Nullable String owner, String... protocols) {
        var status = protocols[0].equals("migrated") ? "migrated" : "owner-assigned";
        var id = world.client(tenant, UUID.randomUUID(), Facts.client(name, owner, status));
        for (var protocol : protocols) {
            if (!protocol.equals(status)) {
                world.usage(tenant, protocol, "basic", id);
            }
        }
        return id;
    }

    private void lines(UUID tenant, String line, String... protocols) {
        for (var protocol : protocols) {
            world.line(tenant, protocol, "basic", line);
        }
    }

    private String text(String recipient) {
        return new String(preview(recipient, "text/plain"), StandardCharsets.UTF_8).replace("\r\n", "\n");
    }

    private List<String> files(String recipient) {
        return names(message(preview(recipient, "message/rfc822")));
    }

    private String file(String recipient, int nth) {
        return content(message(preview(recipient, "message/rfc822")), nth);
    }

    private byte[] preview(String recipient, String type) {
        var id = new JsonPath(stage.get("/v1/notices?recipient=" + recipient)).getString("items[0].id");
        return given().auth()
                .oauth2(Tokens.everything())
                .accept(type)
                .get("/v1/notices/" + id + "/preview")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
    }

    private List<MimeMessage> mails(String recipient) {
        return stage.mails().stream()
                .filter(message -> Stage.recipient(message).equals(recipient))
                .toList();
    }

    private List<String> texts(String recipient) {
        return mails(recipient).stream()
                .map(message -> content(message, 0).replace("\r\n", "\n"))
                .toList();
    }

    private static MimeMessage message(byte[] mime) {
        try {
            return new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(mime));
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }

    private static List<String> names(MimeMessage message) {
        try {
            var parts = (MimeMultipart) message.getContent();
            var names = new ArrayList<String>();
            for (var n = 1; n < parts.getCount(); n++) {
                names.add(parts.getBodyPart(n).getFileName());
            }
            return names;
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /** Of the nth part; of the letter, which is the first, its text. */
    private static String content(MimeMessage message, int nth) {
        try {
            var part = ((MimeMultipart) message.getContent()).getBodyPart(nth);
            var inner = nth == 0 ? ((MimeMultipart) part.getContent()).getBodyPart(0) : part;
            return new String(inner.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
