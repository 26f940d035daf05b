package dev.cutoff.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContractLintTest {

    private static final String GOOD = """
            paths:
              /v1/things:
                get:
                  operationId: listThings
                  summary: List things
                  description: All the things that there are.
                  tags: [Things]
                  parameters:
                    - {name: limit, description: Items on a page, example: 50}
                  responses:
                    "200":
                      description: A page of things
                      content:
                        application/json: {schema: {$ref: "#/components/schemas/Things"}}
                        text/csv: {schema: {type: string}}
                        application/x-ndjson: {schema: {type: string}}
                    "401": {$ref: "#/components/responses/Unauthenticated"}
                    "403": {$ref: "#/components/responses/Unauthenticated"}
                post:
                  operationId: createThing
                  summary: Create a thing
                  description: One that was not there.
                  tags: [Things]
                  parameters:
                    - {name: Idempotency-Key, description: Makes it safe to send again, example: 0b9c3b7a}
                  responses:
                    "201": {description: The new thing}
                    "401": {$ref: "#/components/responses/Unauthenticated"}
                    "403": {$ref: "#/components/responses/Unauthenticated"}
                    "422": {$ref: "#/components/responses/Unauthenticated"}
            components:
              responses:
                Unauthenticated:
                  description: No valid token
                  content: {application/problem+json: {schema: {$ref: "#/components/schemas/Problem"}}}
              schemas:
                Problem: {description: Why not}
                Things:
                  description: A page of things
                  properties:
                    items: {type: array, description: The things, items: {type: string}}
                    next: {type: string, description: Cursor of the next page, example: abc}
                    colourOfThing: {type: string, description: Its colour, example: red}
                Kind: {type: string, enum: [big-one, small]}
            """;

    @Test
    void a_good_contract_has_no_violations() throws JsonProcessingException {
        assertThat(ContractLint.violations(new YAMLMapper().readTree(GOOD))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /v1/things:                          | /things:                          | stands under /v1
            operationId: listThings              | operationId: list-things          | has an operationId in camelCase
            summary: List things                 | summary: ''                       | has a summary
            description: All the things that there are. | description: ''            | has a description
            tags: [Things]                       | tags: []                          | has exactly one tag
            name: limit                          | name: page_size                   | is in camelCase
            name: limit                          | name: size                        | is a list, so it takes limit
            text/csv                             | text/plain                        | can be had whole, as CSV and as NDJSON
            application/x-ndjson                 | text/plain                        | can be had whole, as CSV and as NDJSON
            "422"                                | "409"                             | so it says 422 as a problem
            , example: 50                        | ''                                | has an example
            description: A page of things\\n     | description: ''                   | has a description
            "401"                                | "410"                             | says 401 and 403, as it needs a token
            application/problem+json             | application/json                  | is a problem
            colourOfThing                        | colour_of_thing                   | is in camelCase
            description: Its colour,             | ''                                | has a description
            , example: red                       | ''                                | has an example
            big-one                              | BIG_ONE                           | has enum values in kebab-case, not BIG_ONE
            schemas/Things                       | schemas/Thing                     | dangling #/components/schemas/Thing
            """)
    void what_a_reader_would_stumble_over_is_found(String good, String bad, String violation)
            throws JsonProcessingException {
        var contract =
                GOOD.replaceFirst(java.util.regex.Pattern.quote(good.replace("\\n", "")), bad.replace("''", "\"\""));

        assertThat(ContractLint.violations(new YAMLMapper().readTree(contract)))
                .anySatisfy(found -> assertThat(found).contains(violation));
    }
}
