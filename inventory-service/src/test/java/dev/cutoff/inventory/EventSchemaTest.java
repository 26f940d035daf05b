package dev.cutoff.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import dev.cutoff.testing.ServiceUnderTest;
import dev.cutoff.testing.Tokens;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The events that the feed gives are those that {@code api-spec/events} promises, to the field. */
@InventoryTest
class EventSchemaTest {

    private static final Path EVENTS = ServiceUnderTest.repository().resolve("api-spec/events");

    private static JsonNode read(String file) {
        try {
            return Api.tree(Files.readString(EVENTS.resolve(file)));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonSchema schema(String kind) {
        return JsonSchemaFactory.getInstance(VersionFlag.V202012)
                .getSchema(read("cutoff.%s.changed.v1.schema.json".formatted(kind)));
    }

    private static Set<String> errors(String kind, JsonNode event) {
        return schema(kind)
                .validate(event, context -> context.getExecutionConfig().setFormatAssertionsEnabled(true))
                .stream()
                .map(Object::toString)
                .collect(Collectors.toSet());
    }

    @Test
    void the_feed_gives_what_the_schemas_promise() {
        var tenant = livedIn();

        var events = Api.tree(Api.as(Tokens.viewer(tenant)).get("/v1/changes?limit=500"))
                .path("items")
                .valueStream()
                .filter(event -> event.path("tenantid").asText().equals(tenant.toString()))
                .toList();

        assertThat(events)
                .extracting(event ->
                        event.path("type").asText() + event.at("/data/deleted").asText())
                .contains(
                        "cutoff.tenant.changed.v1",
                        "cutoff.owner.changed.v1",
                        "cutoff.client.changed.v1",
                        "cutoff.client.changed.v1true",
                        "cutoff.import.changed.v1");
        for (var event : events) {
            var kind = event.path("type").asText().split("\\.")[1];
            assertThat(errors(kind, event)).as(event.toString()).isEmpty();
            var promised = names(read("cutoff.%s.changed.v1.schema.json".formatted(kind))
                    .at("/$defs/" + (event.at("/data/deleted").asBoolean() ? "tombstone" : kind) + "/properties"));
            assertThat(names(event.path("data"))).isEqualTo(promised);
        }
    }

    /** A tenant with all that there can be. */
    private static UUID livedIn() {
        var tenant = Api.tenant();
        Api.as(Tokens.operator(tenant))
                .body("""
                        {"items": [{"id": "%s", "createdOn": "2016-04-11", "groups": ["wave-2"], "licences": ["E3"],
                                    "decisionContact": "admin@contoso.example"}]}""".formatted(tenant))
                .post("/v1/tenants:upsert")
                .then()
                .statusCode(200);
        Api.upsertClients(tenant, """
                {"source": "s", "externalId": "1", "tenantId": "%1$s", "name": "A", "account": "a@contoso.example",
                 "references": [{"system": "jira", "id": "M-1"}], "status": "planned", "plannedFor": "2026-11-30",
                 "ownerEmail": "nao@contoso.example"},
                {"source": "s", "externalId": "2", "tenantId": "%1$s"},
                {"source": "s", "externalId": "3", "tenantId": "%1$s"}""".formatted(tenant));
        Api.imported(tenant, """
                account,ownerEmail,deputyEmail,deputyName,managerEmail
                b@contoso.example,sara@contoso.example,aiko@contoso.example,Aiko Novak,chief@contoso.example
                """);
        var third = Api.tree(Api.as(Tokens.operator(tenant)).get("/v1/clients/by-external-id/s/3?tenant=" + tenant));
        Api.as(Tokens.operator(tenant))
                .header("If-Match", "*")
                .delete("/v1/clients/" + third.path("id").asText())
                .then()
                .statusCode(204);
        return tenant;
    }

    private static Set<String> names(JsonNode object) {
        var names = new TreeSet<String>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    @ParameterizedTest
    @ValueSource(strings = {"client", "client.deleted", "import", "owner", "tenant"})
    void the_examples_are_right(String example) {
        var parts = List.of(example.split("\\."));
        var more = parts.size() > 1 ? "deleted." : "";

        assertThat(errors(
                        parts.getFirst(),
                        read("cutoff.%s.changed.v1.%sexample.json".formatted(parts.getFirst(), more))))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "client, /data/kind, toaster",
        "client, /data/plannedFor, soon",
        "client, /data/id, 7",
        "owner, /data/email, ",
        "owner, /data/deputy/email, ",
        "import, /data/status, running",
        "import, /data/finishedAt, ",
        "tenant, /type, cutoff.client.changed.v1"
    })
    void an_event_that_is_none_is_refused(String kind, String pointer, String value) {
        var event = read("cutoff.%s.changed.v1.example.json".formatted(kind)).deepCopy();
        var at = pointer.lastIndexOf('/');
        var parent = (com.fasterxml.jackson.databind.node.ObjectNode) event.at(pointer.substring(0, at));
        parent.put(pointer.substring(at + 1), value);

        assertThat(errors(kind, event)).isNotEmpty();
    }
}
