package dev.cutoff.notification.reach;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How a bounce came to be known. */
@Schema(
        description =
                "`reply`: the mail server refused the recipient while we were sending. `report`: a delivery status mail (RFC 3464)."
                        + " `caller`: somebody told us by the API")
public enum BounceSource {
    @JsonProperty("reply")
    REPLY,
    @JsonProperty("report")
    REPORT,
    @JsonProperty("caller")
    CALLER
}
