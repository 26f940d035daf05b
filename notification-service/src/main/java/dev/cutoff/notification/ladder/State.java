package dev.cutoff.notification.ladder;

import com.fasterxml.jackson.annotation.JsonProperty;

/** State of a protocol and auth method for a tenant, in the words of timeline. */
public enum State {
    @JsonProperty("unknown")
    UNKNOWN,
    @JsonProperty("not-affected")
    NOT_AFFECTED,
    @JsonProperty("working")
    WORKING,
    @JsonProperty("rolling-out")
    ROLLING_OUT,
    @JsonProperty("scheduled")
    SCHEDULED,
    @JsonProperty("temporarily-off")
    TEMPORARILY_OFF,
    @JsonProperty("exempt")
    EXEMPT,
    @JsonProperty("off")
    OFF,
    @JsonProperty("off-for-good")
    OFF_FOR_GOOD,
    @JsonProperty("blocked-by-tenant")
    BLOCKED_BY_TENANT
}
