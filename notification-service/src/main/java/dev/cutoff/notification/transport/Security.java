package dev.cutoff.notification.transport;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How a connection is secured. */
@Schema(
        name = "TransportSecurity",
        description =
                "`tls`: from the start. `starttls-required`: before anything is sent. `starttls-optional`: where the server can."
                        + " `none`: never")
public enum Security {
    @JsonProperty("tls")
    TLS,
    @JsonProperty("starttls-required")
    STARTTLS_REQUIRED,
    @JsonProperty("starttls-optional")
    STARTTLS_OPTIONAL,
    @JsonProperty("none")
    NONE
}
