package dev.cutoff.local.year;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What should not have been, by the rule that it breaks: counted, with the first of each in words. */
final class Faults {

    private static final int SHOWN = 3;

    private final Map<String, Integer> counts = new TreeMap<>();
    private final List<String> examples = new ArrayList<>();

    void add(String rule, String what) {
        if (counts.merge(rule, 1, Integer::sum) <= SHOWN) {
            examples.add(rule + ": " + what);
        }
    }

    int of(String rule) {
        return counts.getOrDefault(rule, 0);
    }

    Map<String, Integer> counts() {
        return Map.copyOf(counts);
    }

    List<String> examples() {
        return List.copyOf(examples);
    }
}
