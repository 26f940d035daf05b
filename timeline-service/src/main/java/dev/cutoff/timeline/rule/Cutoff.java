package dev.cutoff.timeline.rule;

import java.time.LocalDate;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * When it stops, as far as anybody has said. All days are inclusive.
 *
 * @param earliest null if nobody has said
 * @param latest null if nobody has said
 * @param day null as long as only a window is known: a day is never invented
 * @param precision null if there is nothing to be precise about
 */
@Schema(
        description = "When it stops, as far as anybody has said; all days are inclusive",
        requiredProperties = {"earliest", "latest", "day", "precision", "reason"})
public record Cutoff(
        @Nullable @Schema(
                description = "First day on which it may stop; null if nobody has said",
                examples = "2022-10-01",
                nullable = true)
        LocalDate earliest,

        @Nullable @Schema(
                description = "Last day on which it may stop; null if nobody has said",
                examples = "2022-12-31",
                nullable = true)
        LocalDate latest,

        @Nullable @Schema(
                description = "The day on which it stops; null as long as only a window is known",
                examples = "2022-10-14",
                nullable = true)
        LocalDate day,

        @Nullable @Schema(description = "How exactly it is known; null where no date is", nullable = true)
        Precision precision,

        @Schema(description = "Why, in words", examples = "The vendor named 2022-10-14 for this tenant (MC438001).")
        String reason) {

    static Cutoff on(LocalDate day, String reason) {
        return new Cutoff(day, day, day, Precision.DAY, reason);
    }

    static Cutoff none(String reason) {
        return new Cutoff(null, null, null, null, reason);
    }

    /** Nobody has said anything that could be compared with a date. */
    public boolean hasNoDate() {
        return earliest == null && latest == null;
    }

    /** Whether both say the same about when, however they put it into words. */
    public boolean isSameTime(Cutoff other) {
        return Objects.equals(earliest, other.earliest)
                && Objects.equals(latest, other.latest)
                && Objects.equals(day, other.day)
                && precision == other.precision;
    }

    /** Whether any day that it may be lies between the two, both inclusive; null bounds nothing. */
    public boolean overlaps(@Nullable LocalDate from, @Nullable LocalDate to) {
        var isTooLate = to != null && earliest != null && earliest.isAfter(to);
        var isTooEarly = from != null && latest != null && latest.isBefore(from);
        return !isTooLate && !isTooEarly;
    }
}
