package dev.cutoff.timeline.post;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The days that a sentence names in full: month, day and year. A month, a season or "30 days from today" is no day. */
final class Days {

    private static final String MONTH =
            "(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?";

    private static final Pattern AMERICAN = pattern("\\b" + MONTH + " (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})\\b");
    private static final Pattern BRITISH = pattern("\\b(\\d{1,2})(?:st|nd|rd|th)?(?: of)? " + MONTH + ",? (\\d{4})\\b");
    private static final Pattern ISO = pattern("\\b(\\d{4})-(\\d{2})-(\\d{2})\\b");

    /** Words before a day by which it is a bound and not the day. */
    private static final Pattern BOUND = pattern(
            "\\b(by|before|until|till|after|between|through|no (?:earlier|later|sooner) than|around|about|late(?:r)? than|completing|complete|within"
                    + "|approximately|week(?:end)? (?:of|beginning|starting)|as (?:early|soon|late) as)\\b[^.;,]{0,25}$");

    private static final Pattern MOVED_TO = pattern("\\b(to|until)( the)? $");

    private Days() {}

    private static Pattern pattern(String text) {
        return Pattern.compile(text, Pattern.CASE_INSENSITIVE);
    }

    static Set<LocalDate> namedIn(String sentence) {
        var days = new LinkedHashSet<LocalDate>();
        AMERICAN.matcher(sentence)
                .results()
                .forEach(found ->
                        day(found.group(3), found.group(1), found.group(2)).ifPresent(days::add));
        BRITISH.matcher(sentence)
                .results()
                .forEach(found ->
                        day(found.group(3), found.group(2), found.group(1)).ifPresent(days::add));
        ISO.matcher(sentence).results().forEach(found -> iso(found).ifPresent(days::add));
        return days;
    }

    /** The days that a sentence moves something to: "postponed from 14 October to 3 November". */
    static Set<LocalDate> movedToIn(String sentence) {
        var days = new LinkedHashSet<LocalDate>();
        Stream.of(AMERICAN, BRITISH, ISO)
                .flatMap(pattern -> pattern.matcher(sentence).results())
                .filter(found ->
                        MOVED_TO.matcher(sentence.substring(0, found.start())).find())
                .forEach(found -> days.addAll(namedIn(found.group())));
        return days;
    }

    /** Whether a day in the sentence is only said to bound it: "by 31 December", "after 1 October". */
    static boolean isBounded(String sentence) {
        return Stream.of(AMERICAN, BRITISH, ISO)
                .flatMap(pattern -> pattern.matcher(sentence).results())
                .anyMatch(found ->
                        BOUND.matcher(sentence.substring(0, found.start())).find());
    }

    private static Optional<LocalDate> day(String year, String month, String day) {
        var start = month.substring(0, 3).toUpperCase(Locale.ROOT);
        return Arrays.stream(Month.values())
                .filter(one -> one.name().startsWith(start))
                .findFirst()
                .flatMap(one -> date(Integer.parseInt(year), one.getValue(), Integer.parseInt(day)));
    }

    private static Optional<LocalDate> iso(MatchResult found) {
        return date(
                Integer.parseInt(found.group(1)), Integer.parseInt(found.group(2)), Integer.parseInt(found.group(3)));
    }

    private static Optional<LocalDate> date(int year, int month, int day) {
        try {
            return Optional.of(LocalDate.of(year, month, day));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
