package dev.cutoff.notification.message;

import java.time.LocalDate;
import java.util.List;

/**
 * Who was told of it before the reader, because it was theirs before.
 *
 * @param first the first of them
 * @param count how many there are
 */
public record Before(List<Heard> first, int count) {

    public static final Before NOBODY = new Before(List.of(), 0);

    /**
     * Somebody who was told.
     *
     * @param person mail address
     * @param day of the first mail
     */
    public record Heard(String person, LocalDate day) {}
}
