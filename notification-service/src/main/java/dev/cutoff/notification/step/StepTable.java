package dev.cutoff.notification.step;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Reads the table, and refuses one that names what is not there: it ships with the service, so that a test sees it first. */
final class StepTable {

    static final Steps SHIPPED = read("steps/table.yaml");

    private StepTable() {}

    private static Steps read(String resource) {
        var loader = StepTable.class.getClassLoader();
        try (var stream = loader.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalStateException(resource + " is missing");
            }
            return of(new InputStreamReader(stream, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Steps of(Reader yaml) {
        Map<String, Object> document = new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
        var ways = new LinkedHashMap<String, Way>();
        StepTable.<Map<String, Map<String, String>>>part(document, "ways")
                .forEach((id, way) -> ways.put(id, way(id, way)));
        var rows = StepTable.<List<Map<String, Object>>>part(document, "rows").stream()
                .map(StepTable::row)
                .toList();
        rows.forEach(
                row -> row.ways().stream().filter(id -> !ways.containsKey(id)).forEach(id -> {
                    throw new IllegalArgumentException("There is no way " + id);
                }));
        return new Steps(ways, rows);
    }

    private static Way way(String id, Map<String, String> way) {
        var since = way.get("since");
        var end = way.get("ends");
        var source = way.get("source");
        if (source == null || source.isBlank()) {
            throw new IllegalArgumentException("Nobody knows where this comes from: " + id);
        }
        return new Way(
                id,
                source,
                since == null ? null : LocalDate.parse(since),
                end == null ? null : Way.End.of(end, String.valueOf(way.get("endedBy"))));
    }

    private static Steps.Row row(Map<String, Object> row) {
        var one = StepTable.<@Nullable List<String>>part(row, "choose");
        var each = StepTable.<@Nullable List<String>>part(row, "do");
        if ((one == null) == (each == null)) {
            throw new IllegalArgumentException("Either choose or do: " + row);
        }
        return new Steps.Row(
                values(row, "programmes"),
                values(row, "protocols"),
                values(row, "auth"),
                values(row, "kinds"),
                one == null ? Steps.Choice.EACH : Steps.Choice.ONE,
                one == null ? each : one);
    }

    private static List<String> values(Map<String, Object> row, String name) {
        var values = StepTable.<@Nullable List<String>>part(row, name);
        return values == null ? List.of() : List.copyOf(values);
    }

    @SuppressWarnings("unchecked") // YAML has no types; the test reads every cell
    private static <T> T part(Map<String, Object> of, String name) {
        return (T) of.get(name);
    }
}
