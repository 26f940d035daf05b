package dev.cutoff.timeline.rule;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How well a statement is sourced. */
@Schema(description = "How well a statement is sourced")
public enum Confidence {
    /** In the vendor's own words. */
    @JsonProperty("verified")
    VERIFIED,
    /** Only in somebody else's copy or report. */
    @JsonProperty("third-party")
    THIRD_PARTY,
    /** In no source that we hold. */
    @JsonProperty("general-knowledge")
    GENERAL_KNOWLEDGE
}
