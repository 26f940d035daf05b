package dev.cutoff.local.k8s;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The environment variables that a packaged service reads when it runs, as its own jars describe them. */
final class ConfigurationKeys {

    private static final String MODEL = "META-INF/quarkus-config-doc/quarkus-config-model.json";
    private static final Pattern OWN = Pattern.compile("cutoff\\.[a-z-]+(\\.[a-z-]+)*");

    private final Set<Pattern> known;

    private ConfigurationKeys(Set<Pattern> known) {
        this.known = known;
    }

    static ConfigurationKeys of(String service) throws IOException {
        var known = new HashSet<Pattern>();
        var application = Path.of("..", service, "target", "quarkus-app", "lib");
        try (var jars = Files.walk(application)) {
            for (var jar : jars.filter(file -> file.toString().endsWith(".jar")).toList()) {
                known.addAll(ofJar(jar));
            }
        }
        for (var module : List.of("commons", service)) {
            known.addAll(ofSources(Path.of("..", module, "src", "main")));
        }
        return new ConfigurationKeys(known);
    }

    boolean knows(String variable) {
        return known.stream().anyMatch(key -> key.matcher(variable).matches());
    }

    private static Set<Pattern> ofJar(Path jar) throws IOException {
        try (var file = new JarFile(jar.toFile())) {
            var entry = file.getJarEntry(MODEL);
            if (entry == null) {
                return Set.of();
            }
            var model = JsonMapper.shared().readTree(file.getInputStream(entry));
            var found = new HashSet<Pattern>();
            model.path("configRoots").forEach(root -> collect(root.path("items"), null, found));
            return found;
        }
    }

    private static void collect(JsonNode items, @Nullable String section, Set<Pattern> found) {
        for (var item : items) {
            collect(item.path("items"), section, found);
            if (!item.path("phase").asString("").equals("RUN_TIME")) {
                continue;
            }
            paths(item).forEach(path -> found.add(pattern(path)));
        }
    }

    private static Set<String> paths(JsonNode item) {
        return StreamSupport.stream(item.path("additionalPaths").spliterator(), false)
                .map(path -> path.path("environmentVariable").asString(""))
                .collect(Collectors.collectingAndThen(Collectors.toSet(), others -> {
                    others.add(item.path("path").path("environmentVariable").asString(""));
                    others.remove("");
                    return others;
                }));
    }

    /** {@code QUARKUS_REST_CLIENT__CLIENTS__URL}: between double underscores stands a name that the user chooses. */
    private static Pattern pattern(String variable) {
        return Pattern.compile(variable.replaceAll("__[A-Z0-9_]+?__", "_[A-Z0-9_]+_"));
    }

    private static Set<Pattern> ofSources(Path folder) throws IOException {
        var found = new HashSet<Pattern>();
        try (var files = Files.walk(folder)) {
            files.filter(file -> file.toString().matches(".*\\.(java|properties)"))
                    .forEach(file -> {
                        try {
                            OWN.matcher(Files.readString(file))
                                    .results()
                                    .map(result -> result.group()
                                            .toUpperCase(Locale.ROOT)
                                            .replaceAll("[.-]", "_"))
                                    .forEach(name -> found.add(Pattern.compile(name)));
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    });
        }
        return found;
    }
}
