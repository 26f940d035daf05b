package dev.cutoff.notification.policy;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.LocalTime;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Hours in which no mail leaves.
 *
 * @param from first moment, as {@code 18:00}
 * @param to first moment after them; before {@code from} it is on the next day, the same as {@code from} means that there are none
 */
@Schema(
        description =
                "Hours of the day, in the time zone, in which no mail leaves. `to` before `from` is on the next day; both the same means none,"
                        + " where a wider policy has some")
public record QuietHours(
        @NotNull @Pattern(regexp = HOUR, message = AN_HOUR) @Schema(description = "When they begin", examples = "18:00")
        String from,

        @NotNull @Pattern(regexp = HOUR, message = AN_HOUR) @Schema(description = "When they are over", examples = "08:00")
        String to) {

    static final String HOUR = "([01]\\d|2[0-3]):[0-5]\\d";
    static final String AN_HOUR = "must be an hour such as 18:00";

    boolean areNone() {
        return from.equals(to);
    }

    public LocalTime begin() {
        return LocalTime.parse(from);
    }

    public LocalTime end() {
        return LocalTime.parse(to);
    }
}
