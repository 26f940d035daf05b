package dev.cutoff.notification.policy;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.DayOfWeek;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A day of the week, in the order of the week. */
@Schema(description = "A day of the week")
public enum Weekday {
    @JsonProperty("monday")
    MONDAY,
    @JsonProperty("tuesday")
    TUESDAY,
    @JsonProperty("wednesday")
    WEDNESDAY,
    @JsonProperty("thursday")
    THURSDAY,
    @JsonProperty("friday")
    FRIDAY,
    @JsonProperty("saturday")
    SATURDAY,
    @JsonProperty("sunday")
    SUNDAY;

    DayOfWeek dayOfWeek() {
        return DayOfWeek.of(ordinal() + 1);
    }
}
