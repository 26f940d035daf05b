package dev.cutoff.notification.reminder;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How far a notice, or a reminder in it, has come. */
@Schema(
        description =
                "`planned`: leaves on its day. `held`: waits for a release. `sending`: on its way. `uncertain`: handed"
                        + " over without an answer, will go out once more. `sent`: accepted by the mail server. `retry`: put off"
                        + " by the mail server, tried again. `failed`: refused for good. `superseded`: something nearer or newer"
                        + " took its place. `expired`: not sent while it was of use. `cancelled`: decided not to be sent")
public enum Status {
    @JsonProperty("planned")
    PLANNED,
    @JsonProperty("held")
    HELD,
    @JsonProperty("sending")
    SENDING,
    @JsonProperty("uncertain")
    UNCERTAIN,
    @JsonProperty("sent")
    SENT,
    @JsonProperty("retry")
    RETRY,
    @JsonProperty("failed")
    FAILED,
    @JsonProperty("superseded")
    SUPERSEDED,
    @JsonProperty("expired")
    EXPIRED,
    @JsonProperty("cancelled")
    CANCELLED
}
