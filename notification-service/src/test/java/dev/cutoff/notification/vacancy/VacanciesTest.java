package dev.cutoff.notification.vacancy;

import static io.restassured.RestAssured.given;
import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import dev.cutoff.notification.Facts;
import dev.cutoff.notification.NotificationTest;
import dev.cutoff.notification.Stage;
import dev.cutoff.notification.World;
import dev.cutoff.testing.Tokens;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Clients that nobody takes, two weeks before the rollout of autumn 2022. */
@NotificationTest
class VacanciesTest {

    private static final String FRIDAY = "2022-09-16T13:00:00Z";
    private static final String NAO = "nao@contoso.example";
    private static final String GONE = "gone@contoso.example";

    private final UUID contoso = UUID.randomUUID();
    private final UUID fabrikam = UUID.randomUUID();

    World world;
    GreenMail mail;
    private Stage stage;

    @BeforeEach
    void two_tenants_of_which_one_has_nobody_at_all() {
        stage = new Stage(world, mail);
        world.tenant(contoso, Facts.tenant("Contoso", "UTC"));
        world.tenant(
                fabrikam,
                Facts.tenant("Fabrikam", "UTC")
                        .replaceAll("\"(decision|fallback)Contact\": \"[^\"]*\"", "\"$1Contact\": null"));
        world.line(contoso, "imap", "basic", Facts.window("working", null));
        world.line(contoso, "pop", "basic", Facts.window("working", null).replace("2022-10-01", "2022-10-15"));
        world.line(fabrikam, "imap", "basic", Facts.window("working", null));
    }

    @Test
    void why_nobody_takes_it_the_nearest_first() {
        client(contoso, "Owned", NAO, "imap");
        client(contoso, "Later", null, "pop");
        var phone = client(contoso, "Phone", null, "imap", "pop");
        client(contoso, "Gone", GONE, "imap");
        client(fabrikam, "Fax", null, "imap");
        client(fabrikam, "Done", null, "imap");
        unreachable(GONE);

        stage.at(FRIDAY);

        assertThat(listed(""))
                .containsExactlyInAnyOrder(
                        "Phone no-owner 2022-10-01",
                        "Gone unreachable 2022-10-01",
                        "Fax no-contact 2022-10-01",
                        "Done no-contact 2022-10-01",
                        "Later no-owner 2022-10-15")
                .endsWith("Later no-owner 2022-10-15");
        assertThat(listed("reason=no-owner&to=2022-10-01")).containsExactly("Phone no-owner 2022-10-01");
        assertThat(listed("tenant=" + contoso + "&programme=exchange-online-basic-auth"))
                .hasSize(3);
        world.programme("ews-retirement");
        assertThat(listed("programme=ews-retirement")).isEmpty();
        assertThat(stage.status("/v1/vacancies?programme=ews-retiremen", Tokens.everything()))
                .as("nothing vacant would be good news")
                .isEqualTo(400);
        assertThatJson(stage.get("/v1/vacancies?reason=no-owner&limit=1"))
                .inPath("items[0]")
                .isEqualTo("""
                {"tenantId": "%s", "clientId": "%s", "programme": "exchange-online-basic-auth", "reason": "no-owner", "since": "2022-09-16",
                 "nearest": "2022-10-01", "protocols": ["imap", "pop"], "kind": "device", "name": "Phone",
                 "account": "scanner@contoso.example", "owner": null}""".formatted(contoso, phone));
        assertThat(as("text/csv"))
                .startsWith("tenantId,clientId,programme,reason,since,nearest,protocols,kind,name,account,owner")
                .contains(",no-owner,2022-09-16,2022-10-01,imap pop,device,Phone,");
    }

    @Test
    void it_is_gone_when_somebody_takes_it_or_it_is_no_longer_at_risk() {
        var phone = client(contoso, "Phone", null, "imap");
        var fax = client(contoso, "Fax", null, "imap");
        var scanner = client(contoso, "Scanner", NAO, "imap");
        stage.at(FRIDAY);
        answered(scanner, NAO, "not-mine");
        answered(fax, "helpful@contoso.example", "done");

        stage.at("2022-09-17T13:00:00Z");

        assertThat(listed("")).containsExactlyInAnyOrder("Phone no-owner 2022-10-01", "Scanner not-mine 2022-10-01");

        world.client(contoso, phone, Facts.client("Phone", NAO));
        world.client(contoso, scanner, Facts.client("Scanner", NAO, "migrated"));
        stage.at("2022-09-18T13:00:00Z");

        assertThat(listed("")).isEmpty();
    }

    @Test
    void since_stays_the_first_day_as_long_as_the_reason_is_the_same() {
        var phone = client(contoso, "Phone", null, "imap");
        stage.at(FRIDAY).at("2022-09-19T13:00:00Z");
        assertThat(stage.get("/v1/vacancies")).contains("\"since\":\"2022-09-16\"");

        world.client(contoso, phone, Facts.client("Phone", GONE));
        unreachable(GONE);
        stage.at("2022-09-20T13:00:00Z");

        assertThat(stage.get("/v1/vacancies")).contains("\"since\":\"2022-09-20\"", "\"reason\":\"unreachable\"");
    }

    @Test
    void a_token_sees_those_of_its_tenants() {
        client(contoso, "Phone", null, "imap");
        client(fabrikam, "Fax", null, "imap");
        stage.at(FRIDAY);

        assertThat(new JsonPath(stage.get("/v1/vacancies", Tokens.viewer(fabrikam))).getList("items.name"))
                .containsExactly("Fax");
        assertThat(stage.status("/v1/vacancies?tenant=" + contoso, Tokens.viewer(fabrikam)))
                .isEqualTo(404);
        assertThat(stage.status("/v1/vacancies?reason=whim", Tokens.everything()))
                .isEqualTo(400);
    }

    private void answered(UUID client, String person, String kind) {
        given().auth()
                .oauth2(Tokens.operator(contoso))
                .contentType("application/json")
                .body("""
                        {"tenantId": "%s", "clientId": "%s", "person": "%s", "kind": "%s"}""".formatted(contoso, client, person, kind))
                .post("/v1/answers")
                .then()
                .statusCode(201);
    }

    private void unreachable(String person) {
        stage.sql("""
                insert into recipient values ('%s', '%s', 1, '%s', 'unreachable', 'hard-bounce', now(), 0)""".formatted(contoso, UUID.randomUUID(), person));
    }

    private List<String> listed(String query) {
        return new JsonPath(stage.get("/v1/vacancies?limit=50&" + query))
                .getList("items.collect { it.name + ' ' + it.reason + ' ' + it.nearest }");
    }

    private String as(String type) {
        return given().auth()
                .oauth2(Tokens.everything())
                .accept(type)
                .get("/v1/vacancies")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private UUID client(UUID tenant, String name, @Nullable String owner, String... protocols) {
        var client = world.client(tenant, UUID.randomUUID(), Facts.client(name, owner));
        for (var protocol : protocols) {
            world.usage(tenant, protocol, "basic", client);
        }
        return client;
    }
}
