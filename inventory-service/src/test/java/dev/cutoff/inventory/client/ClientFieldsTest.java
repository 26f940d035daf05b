package dev.cutoff.inventory.client;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cutoff.inventory.Api;
import dev.cutoff.inventory.InventoryTest;
import dev.cutoff.testing.Tokens;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a client carries, how lists are narrowed and shaped, and how its status moves. */
@InventoryTest
class ClientFieldsTest {

    private UUID tenant;

    @BeforeEach
    void makeTenant() {
        tenant = Api.tenant();
    }

    private Response upsert(String externalId, String fields) {
        return Api.upsertClients(tenant, """
                {"source": "servicenow", "externalId": "%s", "tenantId": "%s"%s}""".formatted(externalId, tenant, fields));
    }

    private String declare(String externalId, String fields) {
        var answer = upsert(externalId, fields);
        assertThat(answer.jsonPath().getString("items[0].outcome"))
                .as(answer.asString())
                .isNotEqualTo("rejected");
        return answer.jsonPath().getString("items[0].id");
    }

    private Response get(String address) {
        return Api.as(Tokens.viewer(tenant)).urlEncodingEnabled(false).get(address);
    }

    private List<String> found(String filter) {
        return Api.all(Tokens.viewer(tenant), "/v1/clients?tenant=" + tenant + "&" + filter).stream()
                .map(client -> client.at("/externalIds/0/id").asText())
                .toList();
    }

    private Response patch(String id, String body) {
        return patch(id, body, "CHG1");
    }

    private Response patch(String id, String body, String reason) {
        return Api.as(Tokens.operator(tenant))
                .contentType("application/merge-patch+json")
                .header("If-Match", "*")
                .body(body)
                .patch("/v1/clients/{id}?reason={reason}", id, reason);
    }

    private static final String FULL = """
            , "kind": "device", "vendor": "Ricoh", "product": "IM C3000", "productVersion": "1.5", "operatingSystem": "RTOS",
            "name": "Printer", "accounts": ["a@contoso.example", "b@contoso.example"], "location": "Ōsaka 2F",
            "department": "Logistics", "criticality": "High", "tags": ["warehouse", "leased"], "notes": "Two\\nlines",
            "references": [{"system": "jira", "id": "MAIL-1", "url": "https://jira.contoso.example/browse/MAIL-1"},
                           {"system": "servicenow", "id": "CHG1", "url": null}],
            "status": "planned", "statusReason": "In the next wave", "plannedFor": "2026-11-30\"""";

    @Test
    void all_that_a_source_says_is_there() {
        var id = declare("a1", FULL);

        assertThatJson(get("/v1/clients/" + id).asString()).isEqualTo("""
                {"id": "%s", "version": 1, "tenantId": "%s", "kind": "device", "vendor": "Ricoh", "product": "IM C3000",
                 "productVersion": "1.5", "operatingSystem": "RTOS", "name": "Printer", "account": "a@contoso.example",
                 "accounts": ["a@contoso.example", "b@contoso.example"], "location": "Ōsaka 2F", "department": "Logistics",
                 "criticality": "High", "tags": ["warehouse", "leased"], "notes": "Two\\nlines",
                 "references": [{"system": "jira", "id": "MAIL-1", "url": "https://jira.contoso.example/browse/MAIL-1"},
                                {"system": "servicenow", "id": "CHG1", "url": null}],
                 "status": "planned", "statusReason": "In the next wave", "migration": "unknown", "migrationReason": "no-evidence",
                 "plannedFor": "2026-11-30", "owner": null, "ownerReason": null, "accountOwnerEmail": null, "shared": false, "externalIds": [{"source": "servicenow", "id": "a1"}],
                 "personFields": []}""".formatted(id, tenant));
        assertThat(upsert("a1", FULL).jsonPath().getString("items[0].outcome")).isEqualTo("unchanged");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "references": [{"system": "jira"}]                                              | /references/0/id
            "references": [{"system": "jira", "id": "1", "url": "javascript:alert(1)"}]     | /references/0/url
            "references": [{"system": "jira", "id": "1", "url": "https://a\\r\\nX: y"}]     | /references/0/url
            "references": [{"system": "a\\nb", "id": "1"}]                                  | /references/0/system
            "references": {"system": "jira"}                                                | /references
            "references": [null]                                                            | /references/0
            "plannedFor": "2026-02-30"                                                      | /plannedFor
            "plannedFor": 20261130                                                          | /plannedFor
            "department": "a\\r\\nBcc: x@y.example"                                         | /department
            "statusReason": "a\\nb", "status": "planned"                                    | /statusReason
            "tags": "warehouse"                                                             | /tags
            "notes": "a\\u0000b"                                                            | /notes
            """)
    void a_value_that_is_none_is_refused_at_its_place(String field, String pointer) {
        var answer = upsert("a1", ", " + field);

        assertThatJson(answer.asString()).inPath("items[0].outcome").isEqualTo("rejected");
        assertThatJson(answer.asString())
                .inPath("items[0].problem.errors[0].pointer")
                .isEqualTo("/items/0" + pointer);
    }

    @Test
    void lists_are_narrowed_by_every_field() {
        declare("a1", FULL);
        declare("b1", """
                , "kind": "script", "vendor": "Contoso", "location": "Kyoto", "tags": ["warehouse"], "plannedFor": "2026-12-24",
                "ownerEmail": "nao@contoso.example\"""");
        declare("c1", "");

        assertThat(found("vendor=RICOH")).containsExactly("a1");
        assertThat(found("product=im c3000")).containsExactly("a1");
        assertThat(found("location=osaka 2f")).containsExactly("a1");
        assertThat(found("department=LOGISTICS")).containsExactly("a1");
        assertThat(found("criticality=high")).containsExactly("a1");
        assertThat(found("tag=warehouse")).containsExactlyInAnyOrder("a1", "b1");
        assertThat(found("tag=warehouse&tag=leased")).containsExactly("a1");
        assertThat(found("reference=MAIL-1")).containsExactly("a1");
        assertThat(found("plannedFrom=2026-12-01")).containsExactly("b1");
        assertThat(found("plannedTo=2026-11-30")).containsExactly("a1");
        assertThat(found("status=planned&status=owner-assigned")).containsExactlyInAnyOrder("a1", "b1");
        assertThat(found("ownerReason=client")).containsExactly("b1");
        assertThat(found("account=b@contoso.example")).containsExactly("a1");
        assertThat(found("q=logi")).containsExactly("a1");
        assertThat(found("sort=plannedFor")).containsExactly("a1", "b1", "c1");
        assertThat(found("sort=-location")).startsWith("a1", "b1");
    }

    @Test
    void one_external_id_is_both_of_the_source_and_the_one_that_is_asked_for() {
        var id = declare("a1", "");
        var same = Api.upsertClients(
                        tenant,
                        "{\"source\": \"cmdb\", \"externalId\": \"b1\", \"tenantId\": \"%s\"}".formatted(tenant))
                .jsonPath()
                .getString("items[0].id");
        Api.as(Tokens.operator(tenant))
                .body("{\"from\": \"%s\"}".formatted(same))
                .post("/v1/clients/%s:merge".formatted(id))
                .then()
                .statusCode(200);

        assertThat(found("source=cmdb&externalId=b1")).containsExactly("b1");
        assertThat(found("source=servicenow&externalId=b1")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "fields=id,colour",
                "fields=id,,name",
                "total=yes",
                "status=planned&status=lost",
                "kind=device&kind=script",
                "plannedFrom=soon",
                "tag=a%00b",
                "limit=0",
                "cursor=x",
                "sort=notes"
            })
    void a_wrong_parameter_is_refused(String query) {
        assertThat(get("/v1/clients?tenant=" + tenant + "&" + query).statusCode())
                .isEqualTo(400);
    }

    @Test
    void a_cursor_goes_on_in_the_list_of_its_tenant_only() {
        declare("a1", "");
        declare("b1", "");
        var next = get("/v1/clients?limit=1&tenant=" + tenant).jsonPath().getString("next");

        assertThat(get("/v1/clients?limit=1&tenant=%s&cursor=%s".formatted(tenant, next))
                        .statusCode())
                .isEqualTo(200);
        for (var other : List.of("", "&tenant=" + Api.tenant())) {
            assertThatJson(Api.as(Tokens.everything())
                            .get("/v1/clients?limit=1&cursor=" + next + other)
                            .asString())
                    .inPath("type")
                    .isEqualTo("urn:cutoff:problem:invalid-cursor");
        }
    }

    @Test
    void a_list_shows_the_fields_that_were_asked_for_on_every_page_and_in_every_form() {
        var ids = List.of(declare("a1", ", \"name\": \"=A\""), declare("b1", ", \"name\": \"B\"")).stream()
                .sorted()
                .toList();
        var address = "/v1/clients?fields=name,externalIds&sort=name&limit=1&tenant=" + tenant;

        var first = get(address + "&total=true");
        assertThatJson(first.asString())
                .inPath("items")
                .isEqualTo("[{\"name\": \"=A\", \"externalIds\": [{\"source\": \"servicenow\", \"id\": \"a1\"}]}]");
        assertThatJson(first.asString()).inPath("total").isEqualTo("{\"count\": 2, \"precision\": \"exact\"}");
        assertThatJson(get(address + "&cursor=" + first.jsonPath().getString("next"))
                        .asString())
                .inPath("items[0].name")
                .isEqualTo("B");
        assertThat(ids).doesNotHaveDuplicates();

        assertThat(as("application/x-ndjson", address).lines())
                .containsExactly(
                        "{\"name\":\"=A\",\"externalIds\":[{\"source\":\"servicenow\",\"id\":\"a1\"}]}",
                        "{\"name\":\"B\",\"externalIds\":[{\"source\":\"servicenow\",\"id\":\"b1\"}]}");
        assertThat(as("text/csv", address.replace("externalIds", "owner")).lines())
                .containsExactly("name,owner.id,owner.name,owner.email,owner.locale", "'=A,,,,", "B,,,,");
    }

    private String as(String mediaType, String address) {
        return Api.as(Tokens.viewer(tenant)).accept(mediaType).get(address).asString();
    }

    @Test
    void an_export_as_lines_is_the_whole_list_as_pages_give_it() {
        var items = IntStream.range(0, 700)
                .mapToObj(i -> "{\"source\": \"s\", \"externalId\": \"%d\", \"tenantId\": \"%s\"}".formatted(i, tenant))
                .collect(Collectors.joining(","));
        Api.upsertClients(tenant, items).then().statusCode(200);

        var lines = as("application/x-ndjson", "/v1/clients?limit=500&tenant=" + tenant)
                .lines()
                .map(Api::tree)
                .toList();

        assertThat(lines).isEqualTo(Api.all(Tokens.viewer(tenant), "/v1/clients?tenant=" + tenant));
        assertThat(lines).hasSize(700);
    }

    @Test
    void a_total_says_where_counting_stopped() {
        Api.bulk(tenant, 10_001);

        assertThatJson(get("/v1/clients?limit=1&total=true&tenant=" + tenant).asString())
                .inPath("total")
                .isEqualTo("{\"count\": 10000, \"precision\": \"at-least\"}");
        assertThatJson(get("/v1/clients?limit=1&tenant=" + tenant).asString())
                .node("total")
                .isAbsent();
    }

    @Test
    void a_person_moves_the_status_step_by_step_and_is_told_what_may_be_next() {
        var id = declare("a1", "");

        var tooFar = patch(id, "{\"status\": \"verified\"}");
        assertThat(tooFar.statusCode()).isEqualTo(409);
        assertThatJson(tooFar.asString()).isEqualTo("""
                {"type": "urn:cutoff:problem:status-not-reachable", "status": 409,
                 "title": "The client cannot go from its status to that one",
                 "detail": "From discovered to verified: only what is said to be migrated can be verified. It can become planned, in-progress, migrated, retired, excepted",
                 "reachable": ["planned", "in-progress", "migrated", "retired", "excepted"]}""");
        assertThat(patch(id, "{\"status\": \"owner-assigned\"}").statusCode()).isEqualTo(409);
        assertThat(patch(id, "{\"status\": \"owner-assigned\", \"ownerEmail\": \"nao@contoso.example\"}")
                        .statusCode())
                .isEqualTo(200);
        for (var next : List.of("planned", "in-progress", "migrated", "verified", "retired", "owner-assigned")) {
            var answer = patch(id, "{\"status\": \"%s\"}".formatted(next), "CHG " + next);
            assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
            assertThatJson(answer.asString()).inPath("statusReason").isEqualTo("CHG " + next);
        }
        var cleared = patch(id, "{\"status\": null, \"ownerEmail\": null}").asString();
        assertThatJson(cleared).inPath("status").isEqualTo("discovered");
        assertThatJson(cleared).inPath("statusReason").isEqualTo(null);
    }

    @Test
    void a_source_may_set_any_status_and_its_reason_is_kept_with_it() {
        var id = declare("a1", ", \"status\": \"verified\"");
        assertThatJson(client(id)).inPath("statusReason").isEqualTo("Stated by servicenow");

        declare("a1", ", \"status\": \"planned\", \"statusReason\": \"Rolled back\"");
        assertThatJson(client(id)).inPath("statusReason").isEqualTo("Rolled back");

        declare("a1", ", \"status\": \"in-progress\"");
        assertThatJson(client(id)).inPath("statusReason").isEqualTo("Stated by servicenow");

        patch(id, "{\"status\": \"migrated\", \"statusReason\": \"Firmware 2.1\"}")
                .then()
                .statusCode(200);
        var ignored = upsert("a1", ", \"status\": \"planned\", \"statusReason\": \"Nightly\", \"notes\": \"n\"");
        assertThatJson(ignored.asString()).inPath("items[0].outcome").isEqualTo("updated");
        assertThatJson(ignored.asString()).inPath("items[0].ignoredFields").isEqualTo("[\"status\", \"statusReason\"]");
        assertThatJson(client(id)).inPath("status").isEqualTo("migrated");
        assertThatJson(client(id)).inPath("statusReason").isEqualTo("Firmware 2.1");
        assertThatJson(client(id)).inPath("personFields").isEqualTo("[\"status\", \"statusReason\"]");
    }

    private String client(String id) {
        return get("/v1/clients/" + id).asString();
    }

    @Test
    void a_patch_is_rfc_7396_and_an_array_is_replaced() {
        var id = declare("a1", FULL);

        JsonNode after = Api.tree(patch(id, "{\"tags\": [\"new\"], \"references\": null, \"notes\": null}"));

        assertThatJson(after.path("tags").toString()).isEqualTo("[\"new\"]");
        assertThatJson(after.path("references").toString()).isEqualTo("[]");
        assertThat(after.path("notes").isNull()).isTrue();
        assertThat(after.path("vendor").asText()).isEqualTo("Ricoh");
    }
}
