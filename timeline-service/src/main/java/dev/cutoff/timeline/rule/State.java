package dev.cutoff.timeline.rule;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What holds for a line at an instant. */
@Schema(description = "What holds for a line at an instant")
public enum State {
    /** No statement covers this tenant. */
    @JsonProperty("unknown")
    UNKNOWN,
    /** A rule says so. */
    @JsonProperty("not-affected")
    NOT_AFFECTED,
    @JsonProperty("working")
    WORKING,
    /** Its day is not known yet. */
    @JsonProperty("rolling-out")
    ROLLING_OUT,
    @JsonProperty("scheduled")
    SCHEDULED,
    @JsonProperty("temporarily-off")
    TEMPORARILY_OFF,
    @JsonProperty("exempt")
    EXEMPT,
    /** Re-enabling is still possible. */
    @JsonProperty("off")
    OFF,
    @JsonProperty("off-for-good")
    OFF_FOR_GOOD,
    @JsonProperty("blocked-by-tenant")
    BLOCKED_BY_TENANT
}
