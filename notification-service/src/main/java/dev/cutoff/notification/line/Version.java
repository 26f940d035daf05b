package dev.cutoff.notification.line;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Numbers between dots, compared one by one from the left; what is missing counts as 0. So 2.5 is below 14.1, and 1 is 1.0.
 *
 * @param numbers the most significant first, without zeros at the end
 */
record Version(List<Integer> numbers) implements Comparable<Version> {

    /** With or without what it is a version of: {@code 14.1}, {@code TLS 1.0}, {@code v16.1}. */
    private static final Pattern FORM = Pattern.compile("(?:[A-Za-z]+[ -]?)?(\\d{1,9}(?:\\.\\d{1,9}){0,9})");

    Version {
        var end = numbers.size();
        while (end > 0 && numbers.get(end - 1) == 0) {
            end--;
        }
        numbers = List.copyOf(numbers.subList(0, end));
    }

    /** @return null if the text is no version */
    static @Nullable Version parse(@Nullable String text) {
        var form = FORM.matcher(text == null ? "" : text.strip());
        if (!form.matches()) {
            return null;
        }
        var numbers = new ArrayList<Integer>();
        for (var number : form.group(1).split("\\.")) {
            numbers.add(Integer.parseInt(number));
        }
        return new Version(numbers);
    }

    @Override
    public int compareTo(Version other) {
        for (var place = 0; place < Math.max(numbers.size(), other.numbers.size()); place++) {
            var order = Integer.compare(number(place), other.number(place));
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
