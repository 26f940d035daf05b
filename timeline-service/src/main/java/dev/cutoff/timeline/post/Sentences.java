package dev.cutoff.timeline.post;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A text in its sentences. Months and such that are cut short do not end one; a list belongs to the sentence that opens it. */
final class Sentences {

    private static final Pattern END = Pattern.compile(
            "(?<=[.!?])(?<!\\b(Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|e\\.g|i\\.e|approx|vs)\\.)\\s+(?=[A-Z\\[\"(])");

    private static final int LONGEST_LIST_ITEM = 60;

    private Sentences() {}

    static List<String> of(String text) {
        var sentences = new ArrayList<String>();
        var isInList = false;
        for (var line : text.lines().toList()) {
            if (isInList && line.length() <= LONGEST_LIST_ITEM && !line.matches(".*[.!?:\\]]$")) {
                sentences.add(sentences.removeLast() + " " + line.strip() + ",");
                continue;
            }
            for (var sentence : END.split(line)) {
                if (!sentence.isBlank()) {
                    sentences.add(sentence.strip());
                }
            }
            isInList = !sentences.isEmpty() && line.endsWith(":");
        }
        return sentences;
    }
}
