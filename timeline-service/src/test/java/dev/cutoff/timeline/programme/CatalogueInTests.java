package dev.cutoff.timeline.programme;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.cutoff.commons.json.StrictJson;
import dev.cutoff.timeline.rule.Programme;
import jakarta.validation.Validation;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** The real catalogue, without a container. */
public final class CatalogueInTests {

    record Settings(Optional<Path> folder, Duration staleAfter) implements CatalogueSettings {}

    private CatalogueInTests() {}

    public static Programme basicAuth() {
        return files(null).read().getFirst().programme();
    }

    static CatalogueFiles files(Path folder) {
        ObjectMapper json = JsonMapper.builder().addModule(new JavaTimeModule()).build();
        new StrictJson().customize(json);
        try (var validation = Validation.buildDefaultValidatorFactory()) {
            return new CatalogueFiles(
                    new Settings(Optional.ofNullable(folder), Duration.ofDays(30)), json, validation.getValidator());
        }
    }
}
