package dev.cutoff.timeline.rule;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What has become of an exemption. */
@Schema(description = "What has become of an exemption")
public enum ExemptionStatus {
    @JsonProperty("requested")
    REQUESTED,
    @JsonProperty("confirmed")
    CONFIRMED,
    @JsonProperty("voided")
    VOIDED,
    @JsonProperty("revoked")
    REVOKED,
    /** The vendor's word contradicts it. */
    @JsonProperty("disputed")
    DISPUTED,
    @JsonProperty("expired")
    EXPIRED
}
