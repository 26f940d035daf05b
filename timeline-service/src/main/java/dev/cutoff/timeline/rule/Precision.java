package dev.cutoff.timeline.rule;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How exactly the vendor has said it. */
@Schema(description = "How exactly the vendor has said it")
public enum Precision {
    @JsonProperty("day")
    DAY,
    @JsonProperty("end-of-month")
    END_OF_MONTH,
    @JsonProperty("month")
    MONTH,
    @JsonProperty("quarter")
    QUARTER,
    @JsonProperty("half")
    HALF,
    /** To be announced. */
    @JsonProperty("tba")
    TBA
}
