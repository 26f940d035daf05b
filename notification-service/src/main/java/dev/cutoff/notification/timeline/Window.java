package dev.cutoff.notification.timeline;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** When it stops, as far as that is known; the days are inclusive. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Window(
        @Nullable LocalDate earliest,
        @Nullable LocalDate latest,
        @Nullable LocalDate day) {}
