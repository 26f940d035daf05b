package dev.cutoff.timeline.rule;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the vendor says to one tenant. */
@Schema(description = "What the vendor says to one tenant")
public enum VendorNoticeKind {
    /** It will be switched off on a day. */
    @JsonProperty("scheduled")
    SCHEDULED,
    @JsonProperty("disabled")
    DISABLED,
    @JsonProperty("temporarily-off")
    TEMPORARILY_OFF,
    @JsonProperty("re-enabled")
    RE_ENABLED,
    @JsonProperty("postponed")
    POSTPONED,
    @JsonProperty("cancelled")
    CANCELLED,
    @JsonProperty("opt-out-received")
    OPT_OUT_RECEIVED,
    @JsonProperty("opt-out-voided")
    OPT_OUT_VOIDED
}
