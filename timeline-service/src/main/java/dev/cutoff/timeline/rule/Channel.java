package dev.cutoff.timeline.rule;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The way by which an exemption is asked for. */
@Schema(description = "The way by which an exemption is asked for")
public enum Channel {
    @JsonProperty("self-service")
    SELF_SERVICE,
    @JsonProperty("message-center")
    MESSAGE_CENTER,
    @JsonProperty("support-ticket")
    SUPPORT_TICKET
}
