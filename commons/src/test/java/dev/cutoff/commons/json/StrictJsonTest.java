package dev.cutoff.commons.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.cutoff.commons.problem.Invalid;
import dev.cutoff.commons.problem.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StrictJsonTest {

    enum Auth {
        @JsonProperty("basic")
        BASIC,
        @JsonProperty("modern")
        MODERN
    }

    record Thing(
            @Nullable String name,
            @Nullable UUID id,
            @Nullable LocalDate day,
            @Nullable Instant at,
            @Nullable Integer count,
            @Nullable Boolean shared,
            @Nullable Auth auth,
            @Nullable List<String> tags,
            @Nullable Thing part) {}

    private final ObjectMapper json = mapper();

    private static ObjectMapper mapper() {
        var mapper = new ObjectMapper().registerModule(new JavaTimeModule());
        new StrictJson().customize(mapper);
        return mapper;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"name": 1}                     | /name       | must be a text
            {"name": true}                  | /name       | must be a text
            {"name": "a\\u0000"}            | /name       | must not contain the character NUL
            {"name": "a\\ud800b"}           | /name       | must not contain half of a character, a surrogate without the other
            {"tags": ["\\ude00\\ud83d"]}    | /tags/0     | must not contain half of a character, a surrogate without the other
            {"id": "1-1-1-1-1"}             | /id         | must be a GUID such as 8bb6f14a-714e-4fdc-89f6-05418818a00b
            {"day": "2022-02-30"}           | /day        | must be a date such as 2022-10-01
            {"day": 20220201}               | /day        | must be a date such as 2022-10-01
            {"day": [2022, 2, 1]}           | /day        | must be a date such as 2022-10-01
            {"at": 1664582400}              | /at         | must be a UTC instant such as 2022-10-01T00:00:00Z
            {"at": "2022-10-01"}            | /at         | must be a UTC instant such as 2022-10-01T00:00:00Z
            {"count": "7"}                  | /count      | must be a whole number in range
            {"count": 1.5}                  | /count      | must be a whole number in range
            {"count": 99999999999}          | /count      | must be a whole number in range
            {"shared": "true"}              | /shared     | must be true or false
            {"auth": "BASIC"}               | /auth       | must be one of basic, modern
            {"auth": 0}                     | /auth       | must be one of basic, modern
            {"auth": ""}                    | /auth       | must be one of basic, modern
            {"auth": " basic"}              | /auth       | must be one of basic, modern
            {"auth": "basic\\u0000"}        | /auth       | must be one of basic, modern
            {"tags": "a"}                   | /tags       | must be an array
            {"tags": ["a", 1]}              | /tags/1     | must be a text
            {"part": {"name": 1}}           | /part/name  | must be a text
            {"part": 1}                     | /part       | must be an object
            {"colour": 1}                   | /colour     | is not a field here; known are at, auth, count, day, id, name, part, shared, tags
            """)
    void what_is_wrong_is_told_with_its_place_and_what_is_right(String body, String pointer, String detail) {
        assertThatThrownBy(() -> json.readValue(body, Thing.class))
                .isInstanceOfSatisfying(
                        JsonProcessingException.class,
                        failure -> assertThat(
                                        JsonFaults.refusalOf(failure).problem().errors())
                                .containsExactly(Invalid.field(pointer, detail)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"name": "a"
            {"name": "a", "name": "b"}
            {"name": "a"} {}
            [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[
            """)
    void what_is_no_json_of_ours_names_the_limits_and_no_class(String body) {
        assertThatThrownBy(() -> json.readValue(body, Object.class))
                .isInstanceOfSatisfying(
                        JsonProcessingException.class,
                        failure -> assertThat(
                                        JsonFaults.refusalOf(failure).problem().detail())
                                .contains("JSON")
                                .doesNotContain("com.", "java."));
    }

    @Test
    void a_guid_has_36_characters() {
        assertThat(StrictJson.parseUuid("8BB6F14A-714e-4fdc-89f6-05418818a00b"))
                .isEqualTo(UUID.fromString("8bb6f14a-714e-4fdc-89f6-05418818a00b"));
        assertThatThrownBy(() -> StrictJson.parseUuid("{8bb6f14a-714e-4fdc-89f6-05418818a00b}"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void wire_names_are_those_of_the_contract() {
        assertThat(WireName.parse(Auth.class, "basic")).contains(Auth.BASIC);
        assertThat(WireName.parse(Auth.class, "BASIC")).isEmpty();
        assertThat(WireName.list(Auth.class)).isEqualTo("basic, modern");
        assertThat(Refusal.invalidField("/auth", "must be one of basic, modern")
                        .problem()
                        .detail())
                .isEqualTo("/auth must be one of basic, modern");
    }
}
