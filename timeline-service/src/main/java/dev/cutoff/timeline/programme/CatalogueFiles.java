package dev.cutoff.timeline.programme;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cutoff.commons.json.StrictJson;
import dev.cutoff.commons.problem.Refusal;
import dev.cutoff.timeline.rule.Programme;
import dev.cutoff.timeline.rule.Revision;
import jakarta.inject.Singleton;
import jakarta.validation.Validator;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/** The catalogue files: those that come with the service, and those of the administrator's folder. */
@Singleton
class CatalogueFiles {

    static final String PROGRAMME_ID = "[a-z0-9]+(-[a-z0-9]+)*";

    /** A file, field by field. */
    record Content(
            @NotNull @Pattern(regexp = PROGRAMME_ID, message = "must be a name such as exchange-online-basic-auth") String programme,

            @NotNull String title,
            @NotNull LocalDate checkedOn,
            @NotEmpty List<@NotNull Revision> revisions) {}

    /** Named one by one: a class path cannot be listed, least of all one that was built into a single archive. */
    private static final List<String> OWN = List.of(
            "activesync-below-16-1.yaml",
            "azure-ad-graph.yaml",
            "client-access-rules.yaml",
            "ews-kiosk.yaml",
            "exchange-online-basic-auth.yaml",
            "exchange-remote-powershell.yaml",
            "exchange-web-services.yaml",
            "google-less-secure-apps.yaml",
            "hve-basic.yaml",
            "legacy-message-trace.yaml",
            "msonline-powershell.yaml",
            "pop-imap-legacy-tls.yaml",
            "reporting-web-service.yaml",
            "smtp-auth-basic.yaml");

    private final CatalogueSettings settings;
    private final ObjectMapper json;
    private final Validator validator;

    CatalogueFiles(CatalogueSettings settings, ObjectMapper json, Validator validator) {
        this.settings = settings;
        this.json = json;
        this.validator = validator;
    }

    /**
     * Reads all of them; a programme may be spread over several.
     *
     * @throws BadCatalogue with the first mistake
     */
    List<CatalogueFile> read() {
        var read = new ArrayList<CatalogueFile>();
        OWN.forEach(name -> read.add(parse(name, own(name))));
        settings.folder()
                .ifPresent(folder -> ofFolder(folder).forEach(file -> read.add(parse(file.toString(), text(file)))));
        return read;
    }

    /** @throws BadCatalogue naming file, line and field */
    CatalogueFile parse(String file, String text) {
        var yaml = YamlTree.parse(file, text);
        var content = bind(yaml, yaml.root());
        var lines = new HashMap<String, Integer>();
        for (var i = 0; i < content.revisions().size(); i++) {
            var pointer = "/revisions/" + i;
            if (lines.put(content.revisions().get(i).id(), yaml.lineOf(pointer)) != null) {
                throw new BadCatalogue(
                        file,
                        yaml.lineOf(pointer),
                        pointer,
                        "is of a day that is there already: give it the next sequence");
            }
        }
        return new CatalogueFile(
                file,
                new Programme(content.programme(), content.title(), content.checkedOn(), content.revisions()),
                lines);
    }

    private Content bind(YamlTree yaml, JsonNode root) {
        try {
            return StrictJson.read(json, validator, root, Content.class, "");
        } catch (Refusal refusal) {
            var first = refusal.problem().errors().getFirst();
            var pointer = first.pointer() == null ? "" : first.pointer();
            throw new BadCatalogue(yaml.file(), yaml.lineOf(pointer), pointer, first.detail());
        }
    }

    private static String own(String name) {
        try (var stream = CatalogueFiles.class.getResourceAsStream("/catalogue/" + name)) {
            if (stream == null) {
                throw new IllegalStateException("The catalogue file " + name + " is not in the service");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> ofFolder(Path folder) {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().matches("[^.].*\\.ya?ml"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cutoff.catalogue.folder cannot be read", e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
