package dev.cutoff.notification.message;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;

/** The words of one language: names of protocols and kinds ({@code words/en.properties}), and the ways of what to do ({@code steps/en.properties}). */
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

    boolean has(String what, String value) {
        return words.containsKey(what + "." + value);
    }

    /** @throws IllegalArgumentException if there is no such way */
    String way(String id) {
        var text = steps.getProperty(id);
        if (text == null) {
            throw new IllegalArgumentException("There are no words for the way " + id);
        }
        return text;
    }
}
