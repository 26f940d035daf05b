package dev.cutoff.timeline.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.fge.jsonschema.main.JsonSchema;
import com.github.fge.jsonschema.main.JsonSchemaFactory;
import dev.cutoff.commons.json.WireName;
import dev.cutoff.testing.ServiceUnderTest;
import dev.cutoff.timeline.rule.Allowance;
import dev.cutoff.timeline.rule.Audience;
import dev.cutoff.timeline.rule.AuthMethod;
import dev.cutoff.timeline.rule.Channel;
import dev.cutoff.timeline.rule.Cloud;
import dev.cutoff.timeline.rule.Confidence;
import dev.cutoff.timeline.rule.ExemptionKind;
import dev.cutoff.timeline.rule.Order;
import dev.cutoff.timeline.rule.Part;
import dev.cutoff.timeline.rule.PartKind;
import dev.cutoff.timeline.rule.Phase;
import dev.cutoff.timeline.rule.PhaseKind;
import dev.cutoff.timeline.rule.Platform;
import dev.cutoff.timeline.rule.Precision;
import dev.cutoff.timeline.rule.Protocol;
import dev.cutoff.timeline.rule.Revision;
import dev.cutoff.timeline.rule.Rule;
import dev.cutoff.timeline.rule.Source;
import dev.cutoff.timeline.rule.Wave;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The schema that authors write against says what the service reads, no more and no less. */
class CatalogueSchemaTest {

    private static final Path CATALOGUE =
            ServiceUnderTest.repository().resolve("timeline-service/src/main/resources/catalogue");

    private final JsonNode schema = read();

    @Test
    void it_has_each_field_that_is_read_and_no_other() {
        assertThat(fields("/properties")).isEqualTo(components(CatalogueFiles.Content.class));
        Map.of(
                        "revision", Revision.class,
                        "source", Source.class,
                        "rule", Rule.class,
                        "part", Part.class,
                        "audience", Audience.class,
                        "phase", Phase.class)
                .forEach((name, type) -> assertThat(fields("/definitions/" + name + "/properties"))
                        .as(name)
                        .isEqualTo(components(type)));
    }

    @Test
    void it_has_each_word_that_is_understood_and_no_other() {
        Map.ofEntries(
                        Map.entry("confidence", Confidence.class),
                        Map.entry("exemptionKind", ExemptionKind.class),
                        Map.entry("channel", Channel.class),
                        Map.entry("rule/properties/protocols/items", Protocol.class),
                        Map.entry("rule/properties/auth", AuthMethod.class),
                        Map.entry("part/properties/kind", PartKind.class),
                        Map.entry("audience/properties/platform", Platform.class),
                        Map.entry("audience/properties/clouds/items", Cloud.class),
                        Map.entry("phase/properties/kind", PhaseKind.class),
                        Map.entry("phase/properties/precision", Precision.class),
                        Map.entry("phase/properties/order", Order.class),
                        Map.entry("phase/properties/allowance", Allowance.class),
                        Map.entry("phase/properties/wave", Wave.class))
                .forEach((place, type) -> assertThat(schema.at("/definitions/" + place + "/enum")
                                .valueStream()
                                .map(JsonNode::asText)
                                .toList())
                        .as(place)
                        .isEqualTo(Arrays.stream(type.getEnumConstants())
                                .map(WireName::of)
                                .toList()));
    }

    @ParameterizedTest
    @MethodSource("files")
    void each_file_of_the_service_keeps_it(Path file) throws Exception {
        var tree = YamlTree.parse(file.getFileName().toString(), Files.readString(file))
                .root();

        assertThat(validator().validate(tree).isSuccess())
                .as("%s", validator().validate(tree))
                .isTrue();
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(delimiter = '|', textBlock = """
            announced: 2026-01-01     | announced: January
            protocols: [imap]         | protocols: [telnet]
            auth: basic               | auth: basic, colour: red
            kind: permanent-off       | kind: end
            summary: Something        | note: Something
            from: 2026-10-01          | noticeDays: -1
            """)
    void a_file_that_the_service_refuses_breaks_it(String good, String bad) throws Exception {
        var text = """
                {programme: test, title: Test, checkedOn: 2026-11-22, revisions: [{announced: 2026-01-01,
                 source: {title: A post, confidence: verified}, summary: Something, rules: [{id: all, protocols: [imap],
                 auth: basic, phases: [{kind: permanent-off, from: 2026-10-01}]}]}]}""";
        assertThat(keeps(text)).isTrue();

        assertThat(text).contains(good);
        assertThat(keeps(text.replace(good, bad))).isFalse();
        assertThatThrownBy(() -> CatalogueInTests.files(null).parse("test.yaml", text.replace(good, bad)))
                .isInstanceOf(BadCatalogue.class);
    }

    private boolean keeps(String text) throws Exception {
        return validator().validate(YamlTree.parse("test.yaml", text).root()).isSuccess();
    }

    /** Every file that lies there is read: the list of them is written by hand. */
    @Test
    void no_file_is_forgotten() throws IOException {
        assertThat(files().map(file -> file.getFileName().toString()).toList())
                .isEqualTo(CatalogueInTests.programmes().stream()
                        .map(programme -> programme.id() + ".yaml")
                        .toList());
    }

    private static Stream<Path> files() throws IOException {
        try (var files = Files.list(CATALOGUE)) {
            return files.sorted().toList().stream();
        }
    }

    private JsonSchema validator() throws Exception {
        return JsonSchemaFactory.byDefault().getJsonSchema(schema);
    }

    private List<String> fields(String place) {
        return schema.at(place).propertyStream().map(Map.Entry::getKey).sorted().toList();
    }

    private static List<String> components(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .map(component -> component.getName())
                .sorted()
                .toList();
    }

    private static JsonNode read() {
        try {
            return new ObjectMapper()
                    .readTree(ServiceUnderTest.repository()
                            .resolve("api-spec/catalogue.schema.json")
                            .toFile());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
