package dev.cutoff.notification.message;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The words of one language: names of protocols and kinds ({@code words/en.properties}), and what to do ({@code steps/en.properties}). */
final class Words {

    private static final ConcurrentHashMap<Locale, Words> LOADED = new ConcurrentHashMap<>();

    private final Properties words;
    private final Properties steps;

    private Words(Properties words, Properties steps) {
        this.words = words;
        this.steps = steps;
    }

    static Words of(Locale language) {
        return LOADED.computeIfAbsent(
                language,
                locale -> new Words(load("words/" + locale + ".properties"), load("steps/" + locale + ".properties")));
    }

    private static Properties load(String name) {
        var loader = Thread.currentThread().getContextClassLoader();
        try (var resource = loader.getResourceAsStream(name)) {
            if (resource == null) {
                throw new IllegalStateException(name + " is missing");
            }
            var properties = new Properties();
            properties.load(new InputStreamReader(resource, StandardCharsets.UTF_8));
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The word for a value of the API; a value that has none yet stands for itself. */
    String of(String what, String value) {
        return words.getProperty(what + "." + value, value);
    }

    /** What to do about a kind of client that uses this protocol: for both, else for the protocol, else for the kind. */
    Optional<String> step(String protocol, String kind) {
        return Stream.of(protocol + "." + kind, protocol, "any." + kind, "any")
                .map(steps::getProperty)
                .filter(step -> step != null)
                .findFirst();
    }
}
