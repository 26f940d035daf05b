package dev.cutoff.timeline.rule;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the state rests on. */
@Schema(description = "What the state rests on")
public enum Basis {
    /** A rule, or a day that was named, and the calendar. */
    @JsonProperty("announced")
    ANNOUNCED,
    /** What the tenant says that it did. */
    @JsonProperty("declared")
    DECLARED,
    /** What the vendor said to this tenant. */
    @JsonProperty("confirmed")
    CONFIRMED,
    /** What was seen. */
    @JsonProperty("observed")
    OBSERVED
}
