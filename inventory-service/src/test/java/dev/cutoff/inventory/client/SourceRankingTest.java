package dev.cutoff.inventory.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cutoff.inventory.vocabulary.ClientKind;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceRankingTest {

    private final ObjectMapper json = new ObjectMapper();
    private final SourceRanking ranking = new SourceRanking(() -> Optional.of(List.of("servicenow", "glpi")));

    @ParameterizedTest
    @CsvSource({
        "servicenow, servicenow, false",
        "servicenow, glpi, true",
        "servicenow, spreadsheet, true",
        "glpi, servicenow, false",
        "glpi, spreadsheet, true",
        "spreadsheet, list, false",
        "spreadsheet, glpi, false"
    })
    void a_lower_source_does_not_overwrite_a_higher_one(String holder, String source, boolean isWithheld) {
        var patch = object("{\"location\": \"Kyoto\", \"notes\": \"n\"}");

        var withheld = ranking.withhold(
                patch,
                object("{\"location\": \"Osaka\"}"),
                object("{\"location\": \"Kyoto\", \"notes\": \"n\"}"),
                client(List.of(), Map.of("location", holder)),
                source);

        assertThat(withheld).isEqualTo(isWithheld ? List.of("location") : List.of());
        assertThat(patch.has("location")).isNotEqualTo(isWithheld);
        assertThat(patch.has("notes")).isTrue();
    }

    @Test
    void a_person_is_above_all_and_the_same_value_is_no_quarrel() {
        var client = client(List.of("location", "name"), Map.of());
        var patch = object("{\"location\": \"Osaka\", \"name\": \"B\"}");

        var withheld = ranking.withhold(
                patch,
                object("{\"location\": \"Osaka\", \"name\": \"A\"}"),
                object("{\"location\": \"Osaka\", \"name\": \"B\"}"),
                client,
                "servicenow");

        assertThat(withheld).containsExactly("name");
    }

    @Test
    void a_field_belongs_to_whoever_changed_it_last_and_to_nobody_once_it_is_cleared() {
        var sources = SourceRanking.after(
                object("{\"location\": \"Kyoto\", \"name\": \"A\", \"notes\": null, \"vendor\": \"V\"}"),
                object("{\"location\": \"Osaka\", \"name\": \"A\", \"notes\": \"n\", \"vendor\": null}"),
                object("{\"location\": \"Kyoto\", \"name\": \"A\", \"notes\": null, \"vendor\": \"V\"}"),
                Map.of("location", "glpi", "name", "glpi", "notes", "glpi"),
                "servicenow");

        assertThat(sources).isEqualTo(Map.of("location", "servicenow", "name", "glpi", "vendor", "servicenow"));
    }

    private ObjectNode object(String text) {
        try {
            return (ObjectNode) json.readTree(text);
        } catch (IOException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static StoredClient client(List<String> personFields, Map<String, String> sources) {
        var content = new ClientContent(
                ClientKind.DEVICE,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
        return new StoredClient(
                UUID.randomUUID(), UUID.randomUUID(), 1, content, List.of(), personFields, sources, false, false);
    }
}
