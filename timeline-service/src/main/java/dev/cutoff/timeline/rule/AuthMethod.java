package dev.cutoff.timeline.rule;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A way to prove who signs in; declared in the order of the names, which is the order of every list. */
@Schema(description = "A way to prove who signs in")
public enum AuthMethod {
    @JsonProperty("basic")
    BASIC,
    @JsonProperty("certificate")
    CERTIFICATE,
    @JsonProperty("modern")
    MODERN,
    @JsonProperty("unknown")
    UNKNOWN
}
