package dev.cutoff.timeline.rule;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Numbers between dots, compared one by one from the left; what is missing counts as 0. As texts, 2.5 would be above 16.1. */
record Version(List<Integer> numbers) implements Comparable<Version> {

    private static final Pattern DOTTED = Pattern.compile("\\d{1,9}(\\.\\d{1,9}){0,9}");

    /** Empty if the text is no version. */
    static Optional<Version> of(String text) {
        return DOTTED.matcher(text).matches()
                ? Optional.of(new Version(
                        Arrays.stream(text.split("\\.")).map(Integer::valueOf).toList()))
                : Optional.empty();
    }

    @Override
    public int compareTo(Version other) {
        for (var i = 0; i < Math.max(numbers.size(), other.numbers.size()); i++) {
            var order = Integer.compare(number(i), other.number(i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    private int number(int place) {
        return place < numbers.size() ? numbers.get(place) : 0;
    }
}
