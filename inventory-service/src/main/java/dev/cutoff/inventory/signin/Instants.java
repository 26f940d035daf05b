package dev.cutoff.inventory.signin;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.OptionalLong;

/**
 * Times of sign-in logs, {@code 2022-08-19T20:22:36.2158120Z}, as microseconds since 1970. By hand for the usual form, because
 * {@code Instant.parse} takes as long as all the rest of a row.
 */
final class Instants {

    private static final long SECOND = 1_000_000;

    private Instants() {}

    static OptionalLong micros(String text) {
        try {
            return OptionalLong.of(isUsual(text) ? usual(text) : other(text));
        } catch (DateTimeException e) {
            return OptionalLong.empty();
        }
    }

    private static boolean isUsual(String text) {
        var length = text.length();
        return length >= 20
                && length <= 30
                && text.charAt(4) == '-'
                && text.charAt(7) == '-'
                && text.charAt(10) == 'T'
                && text.charAt(13) == ':'
                && text.charAt(16) == ':'
                && text.charAt(length - 1) == 'Z'
                && (length == 20 || length > 21 && text.charAt(19) == '.');
    }

    private static long usual(String text) {
        var day = LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10));
        var hour = within(number(text, 11, 13), 23);
        var minute = within(number(text, 14, 16), 59);
        var second = within(number(text, 17, 19), 59);
        var seconds = day.toEpochDay() * 86_400 + hour * 3_600 + minute * 60 + second;
        return seconds * SECOND + fraction(text);
    }

    /** The digits behind the point as microseconds; a seventh and later digit is cut off, as PostgreSQL has no place for it. */
    private static long fraction(String text) {
        long micros = 0;
        long weight = SECOND / 10;
        for (var i = 20; i < text.length() - 1; i++) {
            micros += weight * digit(text.charAt(i));
            weight /= 10;
        }
        return micros;
    }

    private static long other(String text) {
        return ChronoUnit.MICROS.between(OffsetDateTime.parse("1970-01-01T00:00:00Z"), OffsetDateTime.parse(text));
    }

    private static int number(String text, int from, int to) {
        var number = 0;
        for (var i = from; i < to; i++) {
            number = number * 10 + digit(text.charAt(i));
        }
        return number;
    }

    private static int digit(char character) {
        return within(character - '0', 9);
    }

    private static int within(int value, int most) {
        if (value < 0 || value > most) {
            throw new DateTimeException("not in range");
        }
        return value;
    }
}
