package dev.cutoff.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.restassured.RestAssured;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * The promise and the code are the same, and the promise is well written. A service's {@code ApiContractTest} extends this;
 * {@code -Dcontract.update=true} writes the committed file anew instead of comparing.
 */
public abstract class ApiContractRules {

    private final Path committed;

    /** @param file in {@code api-spec} */
    protected ApiContractRules(String file) {
        committed = ServiceUnderTest.repository().resolve("api-spec").resolve(file);
    }

    @Test
    void the_committed_contract_is_what_the_code_promises() throws IOException {
        var current =
                RestAssured.given().noFilters().get("/q/openapi?format=yaml").asString();
        if (Boolean.getBoolean("contract.update")) {
            Files.writeString(committed, current);
            return;
        }
        assertThat(Files.readString(committed))
                .as("The API changed. Review the change, then run ./cutoff contract and commit api-spec.")
                .isEqualTo(current);
    }

    @Test
    void the_contract_follows_our_conventions() throws IOException {
        JsonNode contract = new YAMLMapper().readTree(Files.readString(committed));

        assertThat(ContractLint.violations(contract)).isEmpty();
    }
}
