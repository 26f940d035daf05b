package dev.cutoff.inventory.evidence.format;

import java.util.regex.Pattern;

/**
 * Times of a column that says it is of UTC, as spreadsheets and databases write them again: with a blank for the T and without the zone. The
 * year stands in front, or points part the numbers, which puts the day in front everywhere; 03/04/2026 is another day in every other country
 * and is left as it is, for somebody else to refuse.
 */
final class UtcTimes {

    private static final String CLOCK = "[T, ]+(\\d{1,2}):(\\d{2})(?::(\\d{2}(?:\\.\\d{1,9})?))? ?(?:Z|UTC)?";
    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})[-/](\\d{1,2})[-/](\\d{1,2})" + CLOCK);
    private static final Pattern DAY_FIRST = Pattern.compile("(\\d{1,2})\\.(\\d{1,2})\\.(\\d{4})" + CLOCK);

    private UtcTimes() {}

    /** The time as the vendor writes it, {@code 2022-08-19T20:22:36Z}; any other text as it is. */
    static String inFull(String text) {
        if (text.length() >= 20 && text.charAt(10) == 'T' && text.endsWith("Z")) {
            return text;
        }
        var time = YEAR_FIRST.matcher(text.strip());
        if (time.matches()) {
            return inFull(time.group(1), time.group(2), time.group(3), time.group(4), time.group(5), time.group(6));
        }
        time = DAY_FIRST.matcher(text.strip());
        return time.matches()
                ? inFull(time.group(3), time.group(2), time.group(1), time.group(4), time.group(5), time.group(6))
                : text;
    }

    private static String inFull(String year, String month, String day, String hour, String minute, String second) {
        return "%s-%s-%sT%s:%s:%sZ"
                .formatted(year, two(month), two(day), two(hour), minute, second == null ? "00" : second);
    }

    private static String two(String digits) {
        return digits.length() == 1 ? "0" + digits : digits;
    }
}
