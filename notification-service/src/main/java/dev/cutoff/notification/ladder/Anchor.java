package dev.cutoff.notification.ladder;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the rungs of a ladder count back from. */
@Schema(description = "What the days are counted from: `cutoff`, for owners; `decision`, for who can still decide")
public enum Anchor {
    @JsonProperty("cutoff")
    CUTOFF,
    @JsonProperty("decision")
    DECISION
}
