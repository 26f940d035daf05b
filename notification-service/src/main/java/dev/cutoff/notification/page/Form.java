package dev.cutoff.notification.page;

import dev.cutoff.commons.json.StrictJson;
import dev.cutoff.notification.answer.PersonalAnswers;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What was sent from the page, as it was typed.
 *
 * @param clients those that were chosen, by their ids
 * @param all whether all of the person's are meant
 */
record Form(
        Set<UUID> clients,
        boolean all,
        @Nullable String kind,
        @Nullable String date,
        @Nullable String whoElse,
        @Nullable String text,
        @Nullable String lang) {

    static final Form EMPTY = new Form(Set.of(), false, null, null, null, null, null);

    /**
     * @param body as browsers encode a form
     * @throws IllegalArgumentException if no browser has made it
     */
    static Form parse(String body) {
        var values = values(body);
        return new Form(
                values.getOrDefault("client", List.of()).stream()
                        .map(StrictJson::parseUuid)
                        .collect(Collectors.toUnmodifiableSet()),
                values.containsKey("all"),
                first(values, "kind"),
                first(values, "date"),
                first(values, "whoElse"),
                first(values, "text"),
                first(values, "lang"));
    }

    private static Map<String, List<String>> values(String body) {
        var values = new HashMap<String, List<String>>();
        for (var pair : body.split("&")) {
            var parts = pair.split("=", 2);
            if (parts.length == 2) {
                values.computeIfAbsent(decoded(parts[0]), name -> new ArrayList<>())
                        .add(decoded(parts[1]));
            }
        }
        return values;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8).replace("\r\n", "\n");
    }

    private static @Nullable String first(Map<String, List<String>> values, String name) {
        return values.getOrDefault(name, List.of()).stream()
                .filter(value -> !value.isBlank())
                .findFirst()
                .orElse(null);
    }

    /** What goes with another answer is left out: the fields of all of them stand side by side on the page. */
    PersonalAnswers.Word word() {
        return new PersonalAnswers.Word(
                kind, "planned".equals(kind) ? date : null, "not-mine".equals(kind) ? whoElse : null, text);
    }
}
