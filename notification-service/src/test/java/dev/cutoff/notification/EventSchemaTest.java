package dev.cutoff.notification;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.icegreen.greenmail.util.GreenMail;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import dev.cutoff.testing.ServiceUnderTest;
import dev.cutoff.testing.Tokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The events that the feed gives are those that {@code api-spec/events} promises, to the field. */
@NotificationTest
class EventSchemaTest {

    private static final Path EVENTS = ServiceUnderTest.repository().resolve("api-spec/events");
    private static final ObjectMapper JSON = new ObjectMapper();

    World world;
    GreenMail mail;

    @Test
    void the_feed_gives_what_the_schemas_promise() throws IOException {
        var stage = new Stage(world, mail);
        var contoso = world.tenant(UUID.randomUUID(), Facts.tenant("Contoso", "UTC"));
        var printer = world.client(contoso, UUID.randomUUID(), Facts.client("Printer", "nao@contoso.example"));
        world.usage(contoso, "imap", "basic", printer);
        world.line(contoso, "imap", "basic", Facts.window("working", null));
        stage.at("2022-09-16T13:00:00Z").released(contoso).at("2022-09-16T13:00:01Z");
        answer(contoso, printer, "\"programme\": \"p\"");
        answer(contoso, printer, "\"text\": \"Firmware\"");

        var events = JSON.readTree(stage.get("/v1/changes?limit=500")).path("items");

        assertThat(events)
                .extracting(event ->
                        event.path("type").asText() + event.at("/data/deleted").asText())
                .contains(
                        "cutoff.answer.changed.v1",
                        "cutoff.answer.changed.v1true",
                        "cutoff.notice.changed.v1",
                        "cutoff.dispatch.changed.v1");
        for (var event : events) {
            var kind = event.path("type").asText().split("\\.")[1];
            assertThat(errors(kind, event)).as(event.toString()).isEmpty();
            var promised = names(schema(kind)
                    .at("/$defs/" + (event.at("/data/deleted").asBoolean() ? "tombstone" : kind) + "/properties"));
            assertThat(names(event.path("data"))).isEqualTo(promised);
        }
    }

    private static void answer(UUID tenant, UUID client, String more) {
        given().auth()
                .oauth2(Tokens.operator(tenant))
                .contentType("application/json")
                .body("{\"tenantId\": \"%s\", \"clientId\": \"%s\", \"kind\": \"done\", %s}"
                        .formatted(tenant, client, more))
                .post("/v1/answers")
                .then()
                .statusCode(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"answer", "answer.deleted", "dispatch", "notice", "recipient"})
    void the_examples_are_right(String example) {
        var kind = example.replace(".deleted", "");
        var more = kind.equals(example) ? "" : "deleted.";

        assertThat(errors(kind, read("cutoff.%s.changed.v1.%sexample.json".formatted(kind, more))))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"/data/kind, maybe", "/data/date, soon", "/data/id, 7", "/type, cutoff.client.changed.v1"})
    void an_event_that_is_none_is_refused(String pointer, String value) {
        var event = read("cutoff.answer.changed.v1.example.json").deepCopy();
        var at = pointer.lastIndexOf('/');
        ((ObjectNode) event.at(pointer.substring(0, at))).put(pointer.substring(at + 1), value);

        assertThat(errors("answer", event)).isNotEmpty();
    }

    private static Set<String> names(JsonNode object) {
        var names = new TreeSet<String>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static Set<String> errors(String kind, JsonNode event) {
        return JsonSchemaFactory.getInstance(VersionFlag.V202012)
                .getSchema(schema(kind))
                .validate(event, context -> context.getExecutionConfig().setFormatAssertionsEnabled(true))
                .stream()
                .map(Object::toString)
                .collect(Collectors.toSet());
    }

    private static JsonNode schema(String kind) {
        return read("cutoff.%s.changed.v1.schema.json".formatted(kind));
    }

    private static JsonNode read(String file) {
        try {
            return JSON.readTree(Files.readString(EVENTS.resolve(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
