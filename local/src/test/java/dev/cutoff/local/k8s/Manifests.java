package dev.cutoff.local.k8s;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;

/** The files under {@code k8s}, and what kustomize makes of them. */
final class Manifests {

    static final Path FOLDER = Path.of("..", "k8s").toAbsolutePath().normalize();

    private Manifests() {}

    static List<Path> files() throws IOException {
        try (var files = Files.walk(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
    }

    static List<Map<String, Object>> read(Path file) {
        try {
            return parse(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static boolean canRender() {
        return Stream.of(System.getenv("PATH").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "kubectl")));
    }

    static List<Map<String, Object>> render(String folder) throws Exception {
        var kubectl = new ProcessBuilder(
                        "kubectl", "kustomize", FOLDER.resolve(folder).toString())
                .redirectErrorStream(true)
                .start();
        var rendered = new String(kubectl.getInputStream().readAllBytes());
        if (kubectl.waitFor() != 0) {
            throw new AssertionError(rendered);
        }
        return parse(rendered);
    }

    /** Duplicate keys are errors: the last would silently win. */
    private static List<Map<String, Object>> parse(String yaml) {
        var options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        return StreamSupport.stream(new Yaml(options).loadAll(yaml).spliterator(), false)
                .map(Manifests::map)
                .toList();
    }

    static List<Map<String, Object>> ofKind(List<Map<String, Object>> all, String kind) {
        return all.stream().filter(one -> kind.equals(one.get("kind"))).toList();
    }

    static String name(Map<String, Object> manifest) {
        return (String) map(manifest.get("metadata")).get("name");
    }

    static Map<String, Object> podSpec(Map<String, Object> manifest) {
        return map(map(map(manifest.get("spec")).get("template")).get("spec"));
    }

    static Map<String, Object> container(Map<String, Object> manifest) {
        return list(podSpec(manifest).get("containers")).getFirst();
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> map(Object node) {
        return (Map<String, Object>) node;
    }

    @SuppressWarnings("unchecked")
    static List<Map<String, Object>> list(Object node) {
        return node == null ? List.of() : (List<Map<String, Object>>) node;
    }
}
