package dev.cutoff.notification.notice;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What became of an attempt. */
@Schema(
        name = "DeliveryOutcome",
        description =
                "`accepted`: the mail server took it. `postponed`: it said later (4xx). `refused`: it said no (5xx)."
                        + " `broken-off`: the connection failed before the mail was handed over. `unanswered`: handed over, and no"
                        + " answer came. `abandoned`: the sender stopped before it handed over. `stopped`: paused in the last moment,"
                        + " or overtaken by another sender")
public enum Outcome {
    @JsonProperty("accepted")
    ACCEPTED,
    @JsonProperty("postponed")
    POSTPONED,
    @JsonProperty("refused")
    REFUSED,
    @JsonProperty("broken-off")
    BROKEN_OFF,
    @JsonProperty("unanswered")
    UNANSWERED,
    @JsonProperty("abandoned")
    ABANDONED,
    @JsonProperty("stopped")
    STOPPED
}
