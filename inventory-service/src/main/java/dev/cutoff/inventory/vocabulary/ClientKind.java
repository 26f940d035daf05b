package dev.cutoff.inventory.vocabulary;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What sort of thing signs in. */
@Schema(description = "What sort of thing it is")
public enum ClientKind {
    @JsonProperty("desktop-app")
    DESKTOP_APP,
    @JsonProperty("mobile-app")
    MOBILE_APP,
    /** A printer, a scanner. */
    @JsonProperty("device")
    DEVICE,
    @JsonProperty("script")
    SCRIPT,
    @JsonProperty("service")
    SERVICE,
    @JsonProperty("browser")
    BROWSER,
    @JsonProperty("unknown")
    UNKNOWN
}
