package dev.cutoff.notification.notice;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How far an attempt came. */
@Schema(
        name = "DeliveryPhase",
        description =
                "How far it came: `claimed`, `connect`, `mail`, `rcpt`, `data`, and `dot` once the end of the mail was"
                        + " about to be sent: only from there on can it have been delivered")
public enum Phase {
    @JsonProperty("claimed")
    CLAIMED,
    @JsonProperty("connect")
    CONNECT,
    @JsonProperty("mail")
    MAIL,
    @JsonProperty("rcpt")
    RCPT,
    @JsonProperty("data")
    DATA,
    @JsonProperty("dot")
    DOT
}
