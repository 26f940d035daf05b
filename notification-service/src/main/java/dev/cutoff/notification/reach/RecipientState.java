package dev.cutoff.notification.reach;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whether mail reaches somebody. */
@Schema(
        description =
                "`reachable`: mail is sent. `unreachable`: none is; what they answer for is told to their deputy, or to the tenant's"
                        + " contact")
public enum RecipientState {
    @JsonProperty("reachable")
    REACHABLE,
    @JsonProperty("unreachable")
    UNREACHABLE
}
