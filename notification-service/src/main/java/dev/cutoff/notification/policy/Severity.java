package dev.cutoff.notification.policy;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How bad it is if somebody does not read in time, from the least. */
@Schema(
        description =
                "How bad it is if somebody does not read in time. A mail is as severe as the most severe thing in it; of mails with the"
                        + " same nearest day the more severe leaves first, and `high` is marked as important")
public enum Severity {
    @JsonProperty("low")
    LOW,
    @JsonProperty("normal")
    NORMAL,
    @JsonProperty("high")
    HIGH
}
