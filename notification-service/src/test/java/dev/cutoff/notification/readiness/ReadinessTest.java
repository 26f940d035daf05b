package dev.cutoff.notification.readiness;

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
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Four printers, a phone and a laptop two weeks before the rollout of autumn 2022, and how far they have come. */
@NotificationTest
class ReadinessTest {

    /** Nine o'clock on a Friday in New York; the window begins on Saturday 1 October. */
    private static final String FRIDAY = "2022-09-16T13:00:00Z";

    private static final String NAO = "nao@contoso.example";
    private static final String GONE = "gone@contoso.example";

    private final UUID contoso = UUID.randomUUID();
    private final UUID fabrikam = UUID.randomUUID();

    World world;
    GreenMail mail;
    private Stage stage;
    private UUID printer;

    @BeforeEach
    void two_tenants_are_told() {
        stage = new Stage(world, mail);
        world.tenant(contoso, Facts.tenant("Contoso", "America/New_York"));
        world.tenant(fabrikam, Facts.tenant("Fabrikam", "America/New_York"));
        world.line(contoso, "imap", "basic", Facts.window("working", null));
        world.line(contoso, "pop", "basic", Facts.window("working", null));
        world.line(contoso, "ews", "basic", Facts.line("not-affected", "null", "null", "null", "null"));
        world.line(fabrikam, "imap", "basic", Facts.window("working", null));
        printer = client(contoso, "Printer", NAO, "discovered", "imap", "pop");
        client(contoso, "Fax", GONE, "discovered", "imap");
        client(contoso, "Scanner", NAO, "migrated", "pop");
        client(contoso, "Unaffected", NAO, "discovered", "ews");
        client(fabrikam, "Phone", null, "discovered", "imap");
        stage.at(FRIDAY).released(contoso).at(FRIDAY);
        stage.sql("""
                insert into recipient values ('%s', '%s', 1, '%s', 'unreachable', 'hard-bounce', now(), 0)""".formatted(contoso, UUID.randomUUID(), GONE));
    }

    @Test
    void each_affected_client_is_at_one_stage() {
        assertThatJson(stage.get("/v1/readiness")).isEqualTo("""
                {"items": [{"groupBy": null, "value": null, "name": null, "clients": 4, "nobody": 1, "told": 1, "reached": 1, "answered": 0,
                  "planned": 0, "done": 0, "verified": 1, "atLeastTold": 3, "atLeastReached": 2, "atLeastAnswered": 1, "atLeastPlanned": 1,
                  "atLeastDone": 1}], "next": null}""");
    }

    @Test
    void by_tenant_protocol_kind_owner_and_programme() {
        assertThatJson(stage.get("/v1/readiness?groupBy=tenant"))
                .inPath("items[*].name")
                .isArray()
                .containsExactlyInAnyOrder("Contoso", "Fabrikam");
        assertThat(groups("groupBy=protocol")).isEqualTo("imap 3 1, pop 2 0");
        assertThat(groups("groupBy=kind")).isEqualTo("device 4 1");
        assertThat(groups("groupBy=programme&tenant=" + contoso)).isEqualTo("exchange-online-basic-auth 3 0");
        assertThat(groups("groupBy=owner")).isEqualTo("null 1 1, gone@contoso.example 1 0, nao@contoso.example 2 0");
        world.programme("ews-retirement");
        assertThat(groups("groupBy=tenant&programme=ews-retirement")).isEmpty();
        assertThat(groups("groupBy=protocol&sort=clients&limit=1")).isEqualTo("pop 2 0");
    }

    @Test
    void a_client_counts_with_the_line_that_is_least_far() {
        world.line(contoso, "smtp-auth", "basic", Facts.window("working", null).replace("2022-10-01", "2022-12-10"));
        world.usage(contoso, "smtp-auth", "basic", printer);
        stage.dispatch("/v1/dispatch/" + contoso, "held");
        world.revision();
        stage.at("2022-09-16T14:00:00Z");

        assertThat(groups("tenant=" + contoso)).isEqualTo("null 3 1");
        assertThat(groups("groupBy=protocol&tenant=" + contoso)).isEqualTo("imap 2 0, pop 2 0, smtp-auth 1 1");
    }

    @Test
    void last_week_stays_what_it_was_whatever_becomes_of_this_one() {
        world.tenant(contoso, Facts.tenant("Contoso", "America/New_York"));
        stage.at("2022-09-17T13:00:00Z").at("2022-09-19T13:00:00Z");
        world.client(contoso, printer, Facts.client("Printer", NAO, "migrated"));
        stage.at("2022-09-20T13:00:00Z");

        assertThatJson(stage.get("/v1/readiness?groupBy=week&tenant=" + contoso))
                .inPath("items[*]['value', 'reached', 'told', 'verified']")
                .isEqualTo("""
                [{"value": "2022-09-12", "reached": 2, "told": 0, "verified": 1},
                 {"value": "2022-09-19", "reached": 1, "told": 0, "verified": 2}]""");

        stage.at("2022-09-27T13:00:00Z");

        assertThat(groups("groupBy=week&tenant=" + contoso))
                .isEqualTo("2022-09-12 3 0, 2022-09-19 3 0, 2022-09-26 3 0");
        assertThat(groups("groupBy=week&programme=exchange-online-basic-auth&tenant=" + contoso))
                .isEqualTo("2022-09-12 3 0, 2022-09-19 3 0, 2022-09-26 3 0");
        world.programme("ews-retirement");
        assertThat(groups("groupBy=week&programme=ews-retirement")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "kind": "done"                                | done
            "kind": "planned", "date": "2022-09-30"       | planned
            "kind": "planned", "date": "2022-10-02"       | answered
            "kind": "not-mine"                            | answered
            "kind": "need-help", "text": "How?"           | answered
            """)
    void what_people_say_counts_by_what_it_is_worth(String said, String at) {
        given().auth()
                .oauth2(Tokens.operator(contoso))
                .contentType("application/json")
                .body("{\"tenantId\": \"%s\", \"clientId\": \"%s\", %s}".formatted(contoso, printer, said))
                .post("/v1/answers")
                .then()
                .statusCode(201);

        assertThatJson(stage.get("/v1/readiness?groupBy=owner&tenant=" + contoso))
                .inPath("items[?(@.value=='%s')].%s".formatted(NAO, at))
                .isEqualTo("[1]");
    }

    @Test
    void a_token_counts_only_what_it_sees() {
        assertThatJson(stage.get("/v1/readiness", Tokens.viewer(fabrikam)))
                .inPath("items[0].clients")
                .isEqualTo(1);
        assertThatJson(stage.get("/v1/readiness?groupBy=week", Tokens.viewer(fabrikam)))
                .inPath("items[*].clients")
                .isEqualTo("[1]");
        assertThat(stage.status("/v1/readiness?tenant=" + contoso, Tokens.viewer(fabrikam)))
                .isEqualTo(404);
        assertThat(stage.status("/v1/readiness?groupBy=mood", Tokens.everything()))
                .isEqualTo(400);
        assertThat(stage.status("/v1/readiness?by=week", Tokens.everything())).isEqualTo(400);
    }

    @Test
    void as_csv_and_as_a_chart() {
        assertThat(as("text/csv", "groupBy=protocol"))
                .startsWith("groupBy,value,name,clients,nobody,told,reached,answered,planned,done,verified,atLeastTold")
                .contains("protocol,imap,,3,1,1,1,0,0,0,0,2,1,0,0,0");
        assertThat(as("image/svg+xml", "groupBy=tenant"))
                .startsWith("<svg xmlns=\"http://www.w3.org/2000/svg\"")
                .contains(">Contoso: 1 of 3 done<", ">Fabrikam: 0 of 1 done<");
    }

    private String as(String type, String query) {
        return given().auth()
                .oauth2(Tokens.everything())
                .accept(type)
                .get("/v1/readiness?" + query)
                .then()
                .statusCode(200)
                .contentType(type)
                .extract()
                .asString();
    }

    /** {@code value clients nobody}, one group after the other. */
    private String groups(String query) {
        var items = new JsonPath(stage.get("/v1/readiness?" + query)).<Map<String, Object>>getList("items");
        return items.stream()
                .map(item -> item.get("value") + " " + item.get("clients") + " " + item.get("nobody"))
                .collect(Collectors.joining(", "));
    }

    private UUID client(UUID tenant, String name, @Nullable String owner, String status, String... protocols) {
        var client = world.client(tenant, UUID.randomUUID(), Facts.client(name, owner, status));
        for (var protocol : protocols) {
            world.usage(tenant, protocol, "basic", client);
        }
        return client;
    }
}
