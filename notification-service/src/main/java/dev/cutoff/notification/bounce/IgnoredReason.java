package dev.cutoff.notification.bounce;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why a report changes nothing. */
@Schema(
        name = "BounceIgnored",
        description =
                "`auto-reply`: an absence notice or another machine's answer. `read-receipt`: somebody has seen a mail. `no-report`: any"
                        + " other mail. `not-ours`: about no mail of ours, or of a tenant that the token does not see. `not-final`:"
                        + " delayed, or delivered; nothing has failed")
enum IgnoredReason {
    @JsonProperty("auto-reply")
    AUTO_REPLY,
    @JsonProperty("read-receipt")
    READ_RECEIPT,
    @JsonProperty("no-report")
    NO_REPORT,
    @JsonProperty("not-ours")
    NOT_OURS,
    @JsonProperty("not-final")
    NOT_FINAL
}
