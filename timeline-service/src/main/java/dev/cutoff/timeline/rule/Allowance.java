package dev.cutoff.timeline.rule;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How often an exemption can be had. */
@Schema(description = "How often an exemption can be had")
public enum Allowance {
    /** As often as the budget says. */
    @JsonProperty("counted")
    COUNTED,
    @JsonProperty("unlimited")
    UNLIMITED,
    /** The vendor has not said: it is not refused here, and nobody should count on it. */
    @JsonProperty("unknown")
    UNKNOWN
}
