package dev.cutoff.timeline.rule;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** By what a part of a protocol is told from the rest. */
@Schema(description = "By what a part of a protocol is told from the rest")
public enum PartKind {
    @JsonProperty("eas-version")
    EAS_VERSION,
    @JsonProperty("tls-version")
    TLS_VERSION,
    @JsonProperty("app-id")
    APP_ID,
    /** A class of licence, as in the audience of a rule. */
    @JsonProperty("licence")
    LICENCE,
    /** Only words, and nothing that could be compared. */
    @JsonProperty("named")
    NAMED
}
