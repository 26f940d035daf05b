package dev.cutoff.commons.json;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MergePatchTest {

    private final ObjectMapper json = new ObjectMapper();

    /** The table of RFC 7396, appendix A. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"a":"b"}            | {"a":"c"}                     | {"a":"c"}
            {"a":"b"}            | {"b":"c"}                     | {"a":"b","b":"c"}
            {"a":"b"}            | {"a":null}                    | {}
            {"a":"b","b":"c"}    | {"a":null}                    | {"b":"c"}
            {"a":["b"]}          | {"a":"c"}                     | {"a":"c"}
            {"a":"c"}            | {"a":["b"]}                   | {"a":["b"]}
            {"a":{"b":"c"}}      | {"a":{"b":"d","c":null}}      | {"a":{"b":"d"}}
            {"a":[{"b":"c"}]}    | {"a":[1]}                     | {"a":[1]}
            ["a","b"]            | ["c","d"]                     | ["c","d"]
            {"a":"b"}            | ["c"]                         | ["c"]
            {"a":"foo"}          | null                          | null
            {"a":"foo"}          | "bar"                         | "bar"
            {"e":null}           | {"a":1}                       | {"e":null,"a":1}
            [1,2]                | {"a":"b","c":null}            | {"a":"b"}
            {}                   | {"a":{"bb":{"ccc":null}}}     | {"a":{"bb":{}}}
            """)
    void the_examples_of_the_standard(String target, String patch, String result) throws JsonProcessingException {
        var patched = MergePatch.apply(json.readTree(target), json.readTree(patch));

        assertThatJson(patched).isEqualTo(json.readTree(result));
    }

    @Test
    void the_target_stays_as_it_was() throws JsonProcessingException {
        var target = json.readTree("{\"a\": {\"b\": 1}}");

        MergePatch.apply(target, json.readTree("{\"a\": {\"b\": 2}}"));

        assertThat(target).isEqualTo(json.readTree("{\"a\": {\"b\": 1}}"));
    }
}
