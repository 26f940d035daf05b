package dev.cutoff.inventory.vocabulary;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How somebody proves who they are. */
@Schema(description = "How the client proves who it is")
public enum AuthMethod {
    @JsonProperty("basic")
    BASIC,
    @JsonProperty("modern")
    MODERN,
    @JsonProperty("certificate")
    CERTIFICATE,
    @JsonProperty("unknown")
    UNKNOWN
}
