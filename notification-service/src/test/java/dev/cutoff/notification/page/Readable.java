package dev.cutoff.notification.page;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a program that reads pages aloud needs of the HTML: a language, landmarks, headings in order, and a name for everything to fill in. */
final class Readable {

    private Readable() {}

    /** Empty if there is nothing to complain of. */
    static List<String> complaints(String html, String language) {
        var complaints = new ArrayList<String>();
        Consumer<String> complain = complaints::add;
        if (!html.startsWith("<!DOCTYPE html>\n<html lang=\"" + language + "\">")) {
            complain.accept("no language");
        }
        Stream.of("<title>[^<]+</title>", "<main>", "<header>", "name=\"viewport\"", "<h1>[^<]+</h1>")
                .filter(needed -> found(html, needed).count() != 1)
                .forEach(needed -> complain.accept("not exactly one " + needed));
        headings(html, complain);
        fields(html, complain);
        references(html, complain);
        if (found(html, "(?i)<script|<img|\\son[a-z]+=|style=|javascript:")
                .findAny()
                .isPresent()) {
            complain.accept("something that the policy forbids");
        }
        return complaints;
    }

    private static void headings(String html, Consumer<String> complain) {
        var level = 0;
        for (var heading : found(html, "<h([1-6])").toList()) {
            var next = Integer.parseInt(heading.group(1));
            if (next > level + 1) {
                complain.accept("h%d after h%d".formatted(next, level));
            }
            level = next;
        }
    }

    /** A label around the field or for its id; for a group a legend. */
    private static void fields(String html, Consumer<String> complain) {
        found(html, "<(?:input|textarea)\\b([^>]*)>")
                .filter(field -> !field.group(1).contains("type=\"hidden\""))
                .forEach(field -> {
                    var id = found(field.group(1), "id=\"([^\"]+)\"").findFirst();
                    var isNamed = id.isPresent()
                            ? html.contains("<label for=\"" + id.get().group(1) + "\">")
                            : html.lastIndexOf("<label", field.start()) > html.lastIndexOf("</label>", field.start());
                    if (!isNamed) {
                        complain.accept("no label for " + field.group());
                    }
                });
        found(html, "<fieldset[^>]*>\\s*(<\\w+)")
                .filter(fieldset -> !fieldset.group(1).equals("<legend"))
                .forEach(fieldset -> complain.accept("no legend in " + fieldset.group()));
        found(html, "<(?:button|a)\\b[^>]*>\\s*</")
                .forEach(empty -> complain.accept("nothing to read in " + empty.group()));
    }

    /** Every id once, and whatever is pointed at is there. */
    private static void references(String html, Consumer<String> complain) {
        var ids = new HashSet<String>();
        found(html, "\\sid=\"([^\"]+)\"")
                .map(id -> id.group(1))
                .filter(id -> !ids.add(id))
                .forEach(id -> complain.accept("twice: " + id));
        found(html, "(?:aria-describedby|aria-labelledby|for)=\"([^\"]+)\"|href=\"#([^\"]+)\"")
                .map(reference -> reference.group(1) == null ? reference.group(2) : reference.group(1))
                .filter(id -> !ids.contains(id))
                .forEach(id -> complain.accept("not there: " + id));
    }

    private static Stream<MatchResult> found(String html, String pattern) {
        return Pattern.compile(pattern).matcher(html).results();
    }
}
