package dev.cutoff.notification.page;

import static io.restassured.RestAssured.given;
import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import dev.cutoff.notification.Facts;
import dev.cutoff.notification.NotificationTest;
import dev.cutoff.notification.Stage;
import dev.cutoff.notification.World;
import dev.cutoff.testing.Tokens;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page that mails link to, as a person and the programs between them and us open it. */
@NotificationTest
class AnswerPageTest {

    private static final String NAO = "nao@contoso.example";
    private static final String AIKO = "aiko@contoso.example";

    private final UUID contoso = UUID.randomUUID();
    private final UUID fabrikam = UUID.randomUUID();
    private final UUID printer = UUID.randomUUID();
    private final UUID scanner = UUID.randomUUID();
    private final UUID foreign = UUID.randomUUID();

    World world;
    GreenMail mail;
    private Stage stage;
    private String page;

    @BeforeEach
    void a_mail_with_a_link_has_arrived() {
        stage = new Stage(world, mail);
        world.tenant(contoso, Facts.tenant("Contoso", "UTC"));
        world.tenant(fabrikam, Facts.tenant("Fabrikam", "UTC"));
        for (var tenant : new UUID[] {contoso, fabrikam}) {
            world.line(tenant, "imap", "basic", Facts.window("working", "2022-09-30"));
        }
        client(contoso, printer, Facts.client("Printer <b>1</b>", NAO));
        client(fabrikam, scanner, Facts.client("Scanner", NAO));
        client(contoso, foreign, Facts.client("Kiosk", AIKO));
        stage.at("2022-09-16T09:00:00Z");
        given().auth()
                .oauth2(Tokens.everything())
                .contentType("application/json")
                .body("{\"oneClickUnsubscribe\": true}")
                .put("/v1/policies")
                .then()
                .statusCode(200);
        stage.released(contoso, fabrikam).at("2022-09-16T09:00:01Z");
        page = Mailed.link(stage, NAO, "/a/");
    }

    private void client(UUID tenant, UUID id, String client) {
        world.client(tenant, id, client);
        world.usage(tenant, "imap", "basic", id);
    }

    @Test
    void it_shows_what_is_the_persons_over_all_tenants_and_nobody_elses() {
        var html = browser().get(page).then().statusCode(200).extract().asString();

        assertThat(html)
                .contains("Printer &lt;b&gt;1&lt;/b&gt;", "Scanner", "Contoso", "Fabrikam", "For " + NAO)
                .contains(
                        "Basic authentication for IMAP stops on a day from Saturday 1 October 2022 to Saturday 31 December 2022.")
                .contains("It can be put off only until 30 September 2022.")
                .contains("Get firmware that signs in with OAuth 2.0")
                .doesNotContain("Kiosk", AIKO, "<b>1</b>", "Told before you");
        assertThat(browser().get(page + "?lang=ja").asString())
                .contains("<html lang=\"ja\">", "ご担当のメール クライアント", "IMAP の基本認証が停止します")
                .doesNotContain("Kiosk");
    }

    @Test
    void whoever_opens_it_however_often_changes_nothing() {
        var unsubscribe = Mailed.unsubscribe(stage, NAO);
        var before = everything();

        IntStream.range(0, 20).forEach(i -> {
            for (var address : List.of(page, page + "?lang=ja&page=3&utm_source=gateway", unsubscribe)) {
                browser().get(address).then().statusCode(200);
                browser().head(address).then().statusCode(200);
            }
        });

        assertThat(everything()).isEqualTo(before);
    }

    private List<String> everything() {
        return stage.rows("""
                select table_name || ' ' || (xpath('/row/c/text()', query_to_xml(
                    'select coalesce(sum(hashtext(t::text)::bigint), 0) || '' '' || count(*) as c from ' || table_name || ' t', false, true, '')))[1]
                from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'
                  and table_name <> 'flyway_schema_history' order by 1""");
    }

    @Test
    void it_can_be_read_by_who_does_not_see_it() {
        List.of("en", "ja").forEach(this::isReadable);
    }

    private void isReadable(String language) {
        var pages = List.of(
                browser().get(page + "?lang=" + language),
                post(page + "?lang=" + language, "kind=planned&client=" + printer),
                browser().get(Mailed.unsubscribe(stage, NAO) + "?lang=" + language));

        assertThat(pages)
                .allSatisfy(answer -> assertThat(Readable.complaints(answer.asString(), language))
                        .isEmpty());
    }

    @Test
    void an_answer_for_one_is_kept_and_shown_and_changes_the_plan() {
        var sent = post(page + "?page=1", "client=" + printer + "&kind=planned&date=2022-09-28&text=Firmware+%26+more");

        sent.then().statusCode(303).header("Location", "?lang=en&page=1&kept=1");
        assertThatJson(stage.get("/v1/answers")).inPath("items").isEqualTo("""
                [{"id": "${json-unit.any-string}", "version": 1, "tenantId": "%s", "clientId": "%s", "person": "%s", "programme": null,
                  "protocol": null, "authMethod": null, "qualifier": null, "kind": "planned", "date": "2022-09-28", "whoElse": null,
                  "text": "Firmware & more", "standing": "stands", "owner": "%s", "via": "link", "answeredAt": "2022-09-16T09:00:01Z",
                  "answeredBy": "${json-unit.regex}link:[0-9a-f-]{36}"}]""".formatted(contoso, printer, NAO, NAO));
        assertThat(browser().get(page + "?kept=1").asString())
                .contains("Your answer for 1 client is kept")
                .contains("You said on 16 September 2022: planned for 28 September 2022: Firmware &amp; more");
    }

    @Test
    void several_or_all_are_answered_at_once_and_the_latest_answer_counts() {
        post(page, "client=" + printer + "&client=" + scanner + "&kind=need-help&text=How%3F")
                .then()
                .header("Location", "?lang=en&page=1&kept=2");
        post(page, "all=yes&kind=done&date=2022-09-28&whoElse=Sara")
                .then()
                .header("Location", "?lang=en&page=1&kept=2");

        assertThatJson(stage.get("/v1/answers"))
                .inPath("items[*].kind")
                .as("what goes with other answers is left out")
                .isEqualTo("[\"done\", \"done\"]");
        stage.at("2022-09-23T09:00:00Z");
        assertThat(stage.told(NAO)).as("nobody is mailed after done").hasSize(2);
    }

    @Test
    void what_is_too_late_is_kept_and_says_what_would_help() {
        post(page, "client=" + printer + "&kind=planned&date=2022-10-01");

        assertThat(browser().get(page).asString())
                .contains("That is too late")
                .contains("What Contoso could do in time: Opt out, until 30 September 2022.");
    }

    /** All on one page, because a page costs more than what is sent from it. */
    @Test
    void what_makes_no_sense_is_shown_beside_its_field_and_nothing_is_kept() {
        var chosen = "client=" + printer;
        wrong("kind=done", "#clients", "Choose at least one client.");
        wrong(chosen, "#kind", "Choose one of the answers.");
        wrong(chosen + "&kind=maybe", "#kind", "Choose one of the answers.");
        wrong(chosen + "&kind=planned", "#date", "Give the day by which it is planned");
        wrong(chosen + "&kind=planned&date=tomorrow", "#date", "Give the day by which it is planned");
        wrong(chosen + "&kind=planned&date=2022-09-15", "#date", "Give the day by which it is planned");
        wrong(chosen + "&kind=not-mine&whoElse=a%00b", "#whoElse", "Who else: one line");
        wrong(chosen + "&kind=need-help&text=a%E2%80%AEb", "#text", "At most 1,000 characters");
        wrong("client=" + foreign + "&kind=done", "#clients", "not among your clients any more");
        wrong("client=1&kind=done", "#clients", "Choose at least one client.");
        wrong("%ZZ", "#clients", "Choose at least one client.");

        assertThatJson(stage.get("/v1/answers")).inPath("items").isEqualTo("[]");
    }

    private void wrong(String body, String field, String text) {
        var answer = post(page, body);

        assertThat(answer.statusCode()).as(body).isEqualTo(422);
        assertThat(answer.asString()).as(body).contains("<a href=\"" + field + "\">", text, "role=\"alert\"");
    }

    @Test
    void what_was_typed_is_still_there_after_an_error() {
        assertThat(post(page, "client=" + printer + "&kind=planned&text=%3Cscript%3E")
                        .asString())
                .contains("value=\"" + printer + "\" checked", "value=\"planned\" checked", "&lt;script&gt;");
    }

    @Test
    void an_answer_after_the_client_is_gone_says_so() {
        world.removeClient(contoso, printer);
        world.client(fabrikam, scanner, Facts.client("Scanner", NAO, "migrated"));
        stage.at("2022-09-17T09:00:00Z");

        assertThat(post(page, "client=" + printer + "&kind=done").asString())
                .contains("not among your clients any more");
        assertThat(post(page, "client=" + scanner + "&kind=done").statusCode()).isEqualTo(422);
        assertThat(browser().get(page).asString())
                .contains("It has moved on, or is gone")
                .doesNotContain("Printer", "value=\"" + scanner);
    }

    @Test
    void what_is_no_link_of_ours_opens_nothing() {
        var token = page.substring(page.lastIndexOf('/') + 1);
        var wrongs = Map.of(
                "forged", token.substring(0, token.length() - 8) + "AAAAAAAA",
                "cut", token.substring(0, token.length() - 1),
                "for another purpose", Mailed.unsubscribe(stage, NAO).replaceFirst(".*/", ""),
                "of an issuer", Tokens.everything(),
                "not signed", "eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0.",
                "long", "a".repeat(2000));

        wrongs.forEach((how, wrong) -> {
            for (var answer : List.of(
                    browser().get("/a/" + wrong),
                    post("/a/" + wrong, "all=yes&kind=done"),
                    post("/a/" + wrong + "/not-me", "x=y"),
                    post("/a/" + wrong + "/fresh", "x=y"))) {
                assertThat(answer.statusCode()).as(how).isEqualTo(404);
                assertThat(answer.asString())
                        .as(how)
                        .contains("There is nothing here")
                        .doesNotContain(NAO, "Printer");
            }
        });
        assertThat(browser().get("/u/" + token).statusCode()).isEqualTo(404);
        assertThat(given().auth().oauth2(token).get("/v1/answers").statusCode()).isEqualTo(401);
        assertThatJson(stage.get("/v1/answers")).inPath("items").isEqualTo("[]");
        assertThat(stage.rows("select person from recipient")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update link set expires_at = now() - interval '1 second'",
                "update link set revoked_at = now(), revoked_by = 'test'"
            })
    void an_expired_or_revoked_link_is_gone_and_says_so(String sql) {
        stage.sql(sql);

        for (var answer :
                List.of(browser().get(page), post(page, "all=yes&kind=done"), post(page + "/not-me", "x=y"))) {
            answer.then().statusCode(410);
            assertThat(answer.asString()).contains("This link is over").doesNotContain("Printer", NAO);
        }
        assertThat(post(Mailed.unsubscribe(stage, NAO), "List-Unsubscribe=One-Click")
                        .statusCode())
                .isEqualTo(410);
        assertThatJson(stage.get("/v1/answers")).inPath("items").isEqualTo("[]");
    }

    @Test
    void a_new_link_is_mailed_to_the_same_address_once_in_a_while_whatever_is_answered() {
        stage.sql("update link set expires_at = now() - interval '1 second'");
        assertThat(browser().get(page).asString())
                .contains("action=\"" + page.replaceFirst(".*/", "") + "/fresh\"", "Mail me a new link");

        var first = post(page + "/fresh", "lang=en");
        var second = post(page + "/fresh", "lang=en");

        assertThat(List.of(first.statusCode(), second.statusCode())).containsExactly(202, 202);
        assertThat(second.asString()).isEqualTo(first.asString()).doesNotContain(NAO);
        assertThat(stage.recipients().stream().filter(NAO::equals)).hasSize(2);
        browser().get(Mailed.note(stage, NAO)).then().statusCode(200);
        browser().get(page).then().statusCode(410);
    }

    @Test
    void who_sees_all_that_a_mail_is_about_may_take_its_link_back() {
        assertThat(revoke(Tokens.operator(contoso), "{\"recipient\": \"%s\"}".formatted(NAO))
                        .asString())
                .isEqualTo("{\"revoked\":0}");
        assertThat(revoke(Tokens.operator(contoso), "{}").statusCode()).isEqualTo(400);
        assertThat(revoke(Tokens.viewer(contoso, fabrikam), "{}").statusCode()).isEqualTo(403);
        browser().get(page).then().statusCode(200);

        assertThat(revoke(
                                Tokens.operator(contoso, fabrikam),
                                "{\"recipient\": \"Nao@Contoso.example\", \"reason\": \"Forwarded\"}")
                        .asString())
                .isEqualTo("{\"revoked\":1}");

        browser().get(page).then().statusCode(410);
        assertThatJson(stage.get("/v1/tenants/" + contoso + "/history?kind=link"))
                .inPath("items[*].reason")
                .isEqualTo("[\"Forwarded\"]");
    }

    private static Response revoke(String token, String body) {
        return given().auth()
                .oauth2(token)
                .contentType("application/json")
                .body(body)
                .post("/v1/links:revoke");
    }

    @Test
    void a_new_key_signs_and_the_old_ones_are_good_for_what_they_have_signed() {
        stage.sql("update link_key set created_at = now() - interval '40 days'");
        client(contoso, UUID.randomUUID(), Facts.client("New", "sara@contoso.example"));
        stage.at("2022-09-17T09:00:00Z").at("2022-09-17T09:00:01Z");

        browser().get(Mailed.link(stage, "sara@contoso.example", "/a/")).then().statusCode(200);
        browser().get(page).then().statusCode(200);
        assertThat(stage.rows("select id from link_key")).hasSize(2);

        stage.sql("delete from link_key where created_at < now() - interval '1 day'");
        browser().get(page).then().statusCode(404);
    }

    @Test
    void a_browser_may_show_it_and_send_it_back_and_nothing_else() {
        for (var answer : List.of(
                browser().get(page), browser().get("/a/x"), post(page, "kind=done"), post(page, "all=yes&kind=done"))) {
            answer.then()
                    .header("Cache-Control", "no-store")
                    .header("Referrer-Policy", "no-referrer")
                    .header("X-Content-Type-Options", "nosniff")
                    .header("X-Frame-Options", "DENY");
            assertThat(answer.header("Content-Security-Policy"))
                    .matches(
                            "default-src 'none'; style-src 'sha256-[A-Za-z0-9+/=]{44}'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'");
            assertThat(answer.header("Set-Cookie")).isNull();
        }
    }

    @Test
    void who_is_the_wrong_person_gets_no_more_mail_and_somebody_else_does() {
        world.owner(contoso, NAO, AIKO);
        post(page + "/not-me", "lang=ja")
                .then()
                .statusCode(303)
                .header("Location", "../" + page.replaceFirst(".*/", "") + "?kept=me&lang=en");

        stage.at("2022-09-23T09:00:00Z").at("2022-09-23T09:00:01Z");

        assertThat(stage.told(NAO)).noneMatch(told -> told.startsWith("2022-09-23 sent"));
        assertThat(stage.told(AIKO)).anyMatch(told -> told.startsWith("2022-09-23 sent"));
        assertThatJson(stage.get("/v1/recipients?recipient=" + NAO))
                .inPath("items[*].reason")
                .isEqualTo("[\"wrong-person\", \"wrong-person\"]");
    }

    @Test
    void where_one_tenants_policy_does_not_let_go_the_mail_has_no_such_button() {
        given().auth()
                .oauth2(Tokens.everything())
                .contentType("application/json")
                .body("{\"oneClickUnsubscribe\": false}")
                .put("/v1/policies/" + fabrikam)
                .then()
                .statusCode(200);

        stage.at("2022-09-23T09:00:00Z");

        assertThat(stage.told(NAO)).anyMatch(told -> told.startsWith("2022-09-23 sent"));
        assertThat(Mailed.canUnsubscribe(stage, NAO)).isFalse();
    }

    @Test
    void a_link_ends_a_month_after_the_last_day_that_the_mail_names() {
        assertThat(stage.rows(
                        "select extract(epoch from expires_at - created_at)::bigint::text from link where person = '%s'"
                                .formatted(NAO)))
                .containsExactly(String.valueOf(
                        Duration.between(Instant.parse("2022-09-16T09:00:01Z"), Instant.parse("2023-01-30T00:00:00Z"))
                                .toSeconds()));
    }

    @Test
    void one_press_in_the_mail_program_stops_the_mail_and_the_duty_goes_on() {
        var address = Mailed.unsubscribe(stage, NAO);
        browser().get(address).then().statusCode(200);
        assertThat(stage.rows("select person from recipient")).isEmpty();

        post(address, "List-Unsubscribe=One-Click").then().statusCode(200);
        browser()
                .multiPart("List-Unsubscribe", "One-Click")
                .post(address)
                .then()
                .statusCode(200);

        stage.at("2022-09-23T09:00:00Z").at("2022-09-23T09:00:01Z");
        assertThat(stage.told("mail-admins@contoso.example")).anyMatch(told -> told.startsWith("2022-09-23 sent"));
        assertThat(stage.rows("select distinct reason from recipient")).containsExactly("unsubscribed");
    }

    @Test
    void many_clients_come_page_by_page_and_can_be_answered_all_at_once() {
        IntStream.range(0, 30)
                .forEach(i -> client(contoso, UUID.randomUUID(), Facts.client("Printer %02d".formatted(i), NAO)));
        stage.at("2022-09-17T09:00:00Z");

        assertThat(browser().get(page + "?page=2").asString())
                .contains("Page 2 of 2", "?lang=en&amp;page=1", "Printer 29");
        assertThat(browser().get(page + "?page=99").asString()).contains("Page 2 of 2");
        post(page, "all=yes&kind=done").then().header("Location", "?lang=en&page=1&kept=32");
        assertThat(stage.rows("select count(*)::text from answer")).containsExactly("32");
    }

    @Test
    void who_looks_at_somebody_elses_mail_does_not_see_the_link() {
        var id = stage.rows("select id::text from notice where person = '%s'".formatted(NAO))
                .getFirst();
        var token = page.replaceFirst(".*/", "");

        for (var type : List.of("text/plain", "text/html", "message/rfc822")) {
            assertThat(browser()
                            .auth()
                            .oauth2(Tokens.everything())
                            .accept(type)
                            .get("/v1/notices/" + id + "/preview")
                            .asString())
                    .as(type)
                    .contains("/a/withheld")
                    .doesNotContain(token.substring(0, 40), token.substring(token.length() - 30));
        }
    }

    @Test
    void too_much_at_once_is_refused() {
        post(page, "kind=done&text=" + "a".repeat(300_000)).then().statusCode(413);
    }

    private static RequestSpecification browser() {
        return given().noFilters().urlEncodingEnabled(false).redirects().follow(false);
    }

    private static Response post(String address, String body) {
        return browser()
                .contentType("application/x-www-form-urlencoded")
                .body(body)
                .post(address);
    }
}
