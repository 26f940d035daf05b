package dev.cutoff.inventory;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The made-up world of autumn 2022 in the vendor's formats, with tenants of a test's own in the place of those that stand there. */
public final class Samples {

    public static final List<String> MONTHS = List.of("2022-08", "2022-09", "2022-10", "2022-11", "2022-12", "2023-01");

    private static final Path AUTUMN = Path.of("src/test/resources/samples/autumn-2022");

    /** One file and whose it is. */
    public record File(String name, UUID tenant, byte[] content) {}

    private final Map<String, UUID> tenants = new HashMap<>();
    private final Map<String, UUID> byName = new HashMap<>();

    public Samples() {
        for (var tenant : Api.tree(read(AUTUMN.resolve("tenants.json")))) {
            var id = Api.tenant();
            tenants.put(tenant.path("id").asText(), id);
            byName.put(tenant.path("name").asText().toLowerCase(), id);
        }
    }

    public UUID tenant(String name) {
        return byName.get(name);
    }

    public UUID[] tenants() {
        return tenants.values().toArray(UUID[]::new);
    }

    /** The sign-in logs of a month. */
    public List<File> signIns(String month) {
        return files(AUTUMN.resolve(month))
                .filter(file -> !file.name().equals("truth.json"))
                .toList();
    }

    public File list(String tenant, String list) {
        return file(AUTUMN.resolve(tenant + "-" + list + ".csv"));
    }

    private Stream<File> files(Path folder) {
        try (var paths = Files.list(folder)) {
            return paths.sorted().toList().stream()
                    .filter(path -> !path.endsWith("truth.json"))
                    .map(this::file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private File file(Path path) {
        var name = path.getFileName().toString();
        var tenant = byName.get(name.substring(0, name.indexOf('-')));
        return new File(name, tenant, mine(read(path)).getBytes(StandardCharsets.UTF_8));
    }

    /** By {@code account|protocol|authMethod} behind the tenant, the figures that the files of these months add up to. */
    public Map<String, Truth> truth(List<String> months) {
        var truth = new HashMap<String, Truth>();
        for (var month : months) {
            var usages = Api.tree(mine(read(AUTUMN.resolve(month).resolve("truth.json"))))
                    .path("usages");
            usages.properties().forEach(usage -> truth.merge(usage.getKey(), truth(usage), Truth::plus));
        }
        return truth;
    }

    private Truth truth(Map.Entry<String, JsonNode> usage) {
        var figures = usage.getValue();
        return Truth.of(
                figures.path("successes").asLong(),
                figures.path("blocked").asLong(),
                figures.path("failures").asLong(),
                // The CSV export cuts off fractions of seconds, and fabrikam has nothing but CSV.
                usage.getKey().startsWith(byName.get("fabrikam").toString()),
                figures.path("first").asText(null),
                figures.path("last").asText(null));
    }

    private String mine(String text) {
        for (var tenant : tenants.entrySet()) {
            text = text.replace(tenant.getKey(), tenant.getValue().toString());
        }
        return text;
    }

    /** What the API shows of all usages of these tenants, attempts and all. */
    public static Map<String, Truth> shown(String token) {
        var usages = Stream.of("false", "true")
                .flatMap(attempts -> Api.all(token, "/v1/usages?attemptsOnly=" + attempts).stream());
        return usages.collect(Collectors.toMap(
                usage -> String.join(
                        "|",
                        usage.path("tenantId").asText(),
                        usage.path("account").asText(),
                        usage.path("protocol").asText(),
                        usage.path("authMethod").asText()),
                usage -> Truth.of(
                        usage.path("successes").asLong(),
                        usage.path("blocked").asLong(),
                        usage.path("failures").asLong(),
                        false,
                        usage.path("firstSeen").asText(null),
                        usage.path("lastSeen").asText(null))));
    }

    private static String read(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<JsonNode> list(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }
}
