package dev.cutoff.notification;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import jakarta.mail.internet.MimeMessage;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The autumn of 2022 for one tenant, from its facts to its mails. */
@NotificationTest
class AutumnTest {

    private static final String OWNER = "marco.kato@fabrikam.example";
    private static final String CONTACT = "mail-admins@fabrikam.example";
    private static final String DECIDER = "global-admin@fabrikam.example";

    private final UUID fabrikam = UUID.randomUUID();
    private final UUID printer = UUID.randomUUID();
    private final UUID phone = UUID.randomUUID();

    World world;
    GreenMail mail;
    private Stage stage;

    @BeforeEach
    void a_tenant_has_a_printer_with_an_owner_and_a_phone_without() {
        stage = new Stage(world, mail);
        world.tenant(fabrikam, Facts.tenant("Fabrikam", "America/New_York"));
        world.client(fabrikam, printer, Facts.client("Xerox VersaLink C405 floor 1", "Marco.Kato@fabrikam.example"));
        world.client(fabrikam, phone, Facts.client("Hana's phone", null));
        world.usage(fabrikam, "imap", "basic", printer);
        world.usage(fabrikam, "imap", "modern", UUID.randomUUID());
        world.usage(fabrikam, "eas", "basic", phone);
        world.line(fabrikam, "imap", "basic", Facts.window("working", null));
        world.line(fabrikam, "eas", "basic", Facts.window("working", null));
    }

    @Test
    void everything_is_planned_and_held_until_it_is_released() {
        world.line(fabrikam, "imap", "basic", Facts.window("working", "2022-09-30"));

        stage.at("2022-09-16T13:00:00Z");

        assertThatJson(stage.get("/v1/notices?status=held"))
                .inPath("items[*].recipient")
                .isArray()
                .containsExactlyInAnyOrder(DECIDER, CONTACT, OWNER);
        assertThat(stage.mails()).isEmpty();

        stage.released(fabrikam).at("2022-09-16T13:00:00Z");

        assertThat(stage.recipients()).containsExactly(DECIDER, CONTACT, OWNER);
        assertThatJson(stage.get("/v1/notices?recipient=" + OWNER))
                .inPath("items[0].items")
                .isEqualTo("""
                [{"tenantId": "%s", "clientId": "%s", "programme": "exchange-online-basic-auth", "protocol": "imap",
                  "authMethod": "basic", "qualifier": null, "topic": "deadline", "rung": 14, "anchor": "cutoff", "anchorDay": "2022-10-01", "role": "owner",
                  "reason": "rung-due", "status": "sent"}]""".formatted(fabrikam, printer));
        assertThatJson(stage.get("/v1/notices?recipient=" + DECIDER))
                .inPath("items[0].items")
                .isEqualTo("""
                [{"tenantId": "%s", "clientId": null, "programme": "exchange-online-basic-auth", "protocol": "imap",
                  "authMethod": "basic", "qualifier": null, "topic": "deadline", "rung": 14, "anchor": "decision", "anchorDay": "2022-09-30", "role": "decision-contact",
                  "reason": "rung-due", "status": "sent"}]""".formatted(fabrikam));
    }

    @Test
    void an_owner_hears_calmly_of_the_window_and_at_once_of_the_day_that_is_named() {
        stage.at("2022-08-29T13:00:00Z").released(fabrikam);

        days("2022-08-29", "2022-10-12");
        world.line(fabrikam, "imap", "basic", Facts.named("scheduled", "2022-10-20"));
        days("2022-10-13", "2022-10-19");
        world.line(fabrikam, "imap", "basic", Facts.named("off", "2022-10-20"));
        days("2022-10-20", "2022-11-04");

        assertThat(stage.told(OWNER))
                .containsExactly(
                        "2022-08-29 sent imap cutoff 2022-10-01 60 rung-due",
                        "2022-09-05 sent imap cutoff 2022-10-01 30 rung-due", // due on the first, but five working days
                        // had not passed
                        "2022-09-16 sent imap cutoff 2022-10-01 14 rung-due", // Friday before Saturday
                        "2022-09-23 sent imap cutoff 2022-10-01 7 rung-due",
                        "2022-09-28 sent imap cutoff 2022-10-01 3 rung-due",
                        "2022-09-30 sent imap cutoff 2022-10-01 1 rung-due",
                        "2022-10-13 sent imap cutoff 2022-10-20 7 day-named",
                        "2022-10-17 sent imap cutoff 2022-10-20 3 rung-due",
                        "2022-10-19 sent imap cutoff 2022-10-20 1 rung-due",
                        "2022-10-20 sent imap cutoff 2022-10-20 0 rung-due",
                        "2022-10-21 sent imap cutoff 2022-10-20 -1 rung-due");
        assertThat(stage.told(CONTACT))
                .as("of what nobody owns, and of what its owner has not answered for within five working days")
                .filteredOn(told -> told.contains(" eas ") || told.contains("no-answer"))
                .containsExactlyInAnyOrder(
                        "2022-08-29 sent eas cutoff 2022-10-01 60 rung-due",
                        "2022-09-05 sent eas cutoff 2022-10-01 30 rung-due",
                        "2022-09-16 sent eas cutoff 2022-10-01 14 rung-due",
                        "2022-09-23 sent eas cutoff 2022-10-01 7 rung-due",
                        "2022-09-23 sent imap cutoff 2022-10-01 7 no-answer",
                        "2022-09-28 sent eas cutoff 2022-10-01 3 rung-due",
                        "2022-09-30 sent eas cutoff 2022-10-01 1 rung-due");
        assertThat(
                        stage.rows(
                                "select rung::text from reminder where reason = 'window-open' and protocol = 'imap' and role = 'owner' order by rung"))
                .as("why nobody was told that it stops on 1 October")
                .containsExactly("-1", "0");
        assertThat(stage.rows(
                        "select distinct m from (select message_id as m from notice where state = 'sent') as sent"))
                .hasSize(stage.mails().size());
    }

    @Test
    void a_day_that_moves_is_told_at_once_with_the_day_that_was_told_before() {
        world.line(fabrikam, "imap", "basic", Facts.named("scheduled", "2022-10-20"));
        stage.at("2022-10-13T13:00:00Z").released(fabrikam).at("2022-10-13T13:00:00Z");

        world.line(fabrikam, "imap", "basic", Facts.line("exempt", "\"2023-01-01\"", "\"2023-01-07\"", "null", "null"));
        stage.at("2022-10-14T13:00:00Z").at("2022-10-17T13:00:00Z").at("2022-10-20T13:00:00Z");

        assertThat(stage.told(OWNER))
                .containsExactly(
                        "2022-10-13 sent imap cutoff 2022-10-20 7 day-named",
                        "2022-10-14 sent imap cutoff 2023-01-01 90 moved");
        assertThat(Stage.source(mailTo(OWNER, 1)))
                .contains("Moved: until now we told you Thursday 20 October 2022.")
                .contains("When: on a day from Sunday 1 January 2023 to Saturday 7 January 2023.");
    }

    @Test
    void a_client_that_has_migrated_is_told_of_no_more_and_silence_is_no_migration() {
        stage.at("2022-09-16T13:00:00Z").released(fabrikam).at("2022-09-16T13:00:00Z");

        world.client(fabrikam, printer, Facts.client("Xerox VersaLink C405 floor 1", OWNER, "migrated"));
        world.client(
                fabrikam,
                phone,
                Facts.client("Hana's phone", null, "verified")
                        .replace("\"shared\"", "\"migrationReason\": \"silent-while-it-worked\", \"shared\""));
        days("2022-09-17", "2022-10-02");

        assertThat(stage.told(OWNER)).containsExactly("2022-09-16 sent imap cutoff 2022-10-01 14 rung-due");
        assertThat(stage.told(CONTACT)).hasSize(4);
        assertThat(stage.rows("select rung::text from reminder where reason = 'resolved' order by rung desc"))
                .as("each rung that was due, and why nobody was told")
                .containsExactly("7", "3", "1");
    }

    @Test
    void what_was_planned_and_held_is_planned_away_when_it_is_resolved() {
        stage.at("2022-09-16T13:00:00Z");

        world.client(fabrikam, printer, Facts.client("Xerox VersaLink C405 floor 1", OWNER, "retired"));
        stage.at("2022-09-16T14:00:00Z").released(fabrikam).at("2022-09-16T15:00:00Z");

        assertThat(stage.told(OWNER)).containsExactly("2022-09-16 cancelled imap cutoff 2022-10-01 14 resolved");
        assertThat(stage.recipients()).containsExactly(CONTACT);
    }

    @Test
    void after_forty_days_of_silence_only_the_nearest_rung_is_sent() {
        stage.at("2022-08-19T13:00:00Z").released(fabrikam).at("2022-08-19T13:00:00Z");

        stage.at("2022-09-28T13:00:00Z");

        assertThat(stage.told(OWNER))
                .containsExactly(
                        "2022-08-19 sent imap cutoff 2022-10-01 60 rung-due",
                        "2022-09-28 sent imap cutoff 2022-10-01 3 rung-due");
    }

    @Test
    void what_was_held_for_forty_days_gives_way_to_the_nearest_rung() {
        stage.at("2022-08-19T13:00:00Z")
                .at("2022-09-28T13:00:00Z")
                .released(fabrikam)
                .at("2022-09-28T13:00:00Z");

        assertThat(stage.told(OWNER)).containsExactly("2022-09-28 sent imap cutoff 2022-10-01 3 rung-due");
        assertThat(
                        stage.rows(
                                "select rung || ' ' || state || ' ' || reason from reminder where protocol = 'imap' order by id"))
                .containsExactly("60 superseded more-urgent", "3 sent rung-due");
        assertThat(stage.recipients()).containsExactly(CONTACT, OWNER);
    }

    @Test
    void what_was_not_let_out_while_it_was_of_use_expires_and_is_not_silent() {
        world.line(fabrikam, "imap", "basic", Facts.named("scheduled", "2022-10-20"));
        stage.at("2022-10-20T13:00:00Z");

        world.line(fabrikam, "imap", "basic", Facts.named("off", "2022-10-20"));
        stage.at("2022-10-21T13:00:00Z")
                .at("2022-10-23T13:00:00Z")
                .released(fabrikam)
                .at("2022-10-23T14:00:00Z");

        assertThat(stage.told(OWNER)).containsExactly("2022-10-21 expired imap cutoff 2022-10-20 -1 too-late");
        assertThat(stage.recipients()).containsExactly(CONTACT);
    }

    private MimeMessage mailTo(String recipient, int nth) {
        return stage.mails().stream()
                .filter(message -> Stage.recipient(message).equals(recipient))
                .toList()
                .get(nth);
    }

    /** Each day at nine in New York, also on days off. */
    private void days(String first, String last) {
        LocalDate.parse(first)
                .datesUntil(LocalDate.parse(last).plusDays(1))
                .forEach(day -> stage.at(day + "T13:00:00Z"));
    }
}
