package dev.cutoff.timeline.rule;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Kind of a dated step. */
@Schema(description = "Kind of a dated step")
public enum PhaseKind {
    @JsonProperty("announced")
    ANNOUNCED,
    @JsonProperty("usage-report")
    USAGE_REPORT,
    @JsonProperty("temporary-test")
    TEMPORARY_TEST,
    @JsonProperty("opt-out-window")
    OPT_OUT_WINDOW,
    @JsonProperty("decision-deadline")
    DECISION_DEADLINE,
    @JsonProperty("rollout")
    ROLLOUT,
    @JsonProperty("disabled-by-default")
    DISABLED_BY_DEFAULT,
    @JsonProperty("re-enable-window")
    RE_ENABLE_WINDOW,
    @JsonProperty("permanent-off")
    PERMANENT_OFF
}
