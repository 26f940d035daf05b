package dev.cutoff.timeline.rule;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a tenant obtained, or chose itself. */
@Schema(description = "What a tenant obtained, or chose itself")
public enum ExemptionKind {
    @JsonProperty("opt-out")
    OPT_OUT,
    @JsonProperty("re-enable")
    RE_ENABLE,
    @JsonProperty("allowed-app")
    ALLOWED_APP,
    @JsonProperty("self-block")
    SELF_BLOCK
}
