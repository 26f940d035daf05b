package dev.cutoff.timeline.trail;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What somebody did. */
@Schema(description = "What somebody did")
enum TrailAction {
    @JsonProperty("created")
    CREATED,
    @JsonProperty("updated")
    UPDATED,
    @JsonProperty("confirmed")
    CONFIRMED,
    @JsonProperty("revoked")
    REVOKED,
    /** The rules denied a request. */
    @JsonProperty("refused")
    REFUSED,
    /** A post came in. */
    @JsonProperty("received")
    RECEIVED,
    @JsonProperty("filed")
    FILED,
    @JsonProperty("dismissed")
    DISMISSED
}
