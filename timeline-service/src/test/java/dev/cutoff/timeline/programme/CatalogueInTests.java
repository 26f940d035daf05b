package dev.cutoff.timeline.programme;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.cutoff.commons.json.StrictJson;
import dev.cutoff.timeline.rule.Programme;
import jakarta.validation.Validation;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The real catalogue, without a container. */
public final class CatalogueInTests {

    record Settings(Optional<Path> folder, Duration staleAfter) implements CatalogueSettings {}

    private CatalogueInTests() {}

    public static Programme programme(String id) {
        return files(null).read().stream()
                .map(CatalogueFile::programme)
                .filter(programme -> programme.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    public static List<Programme> programmes() {
        return files(null).read().stream().map(CatalogueFile::programme).toList();
    }

    /** A catalogue file that a test has written itself. */
    public static Programme parse(String text) {
        return files(null).parse("test.yaml", text).programme();
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
