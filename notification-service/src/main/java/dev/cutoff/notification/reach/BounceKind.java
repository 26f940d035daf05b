package dev.cutoff.notification.reach;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How lasting a failure is. */
@Schema(
        description =
                "`hard`: there is no such mailbox, so mail to it never arrives. `soft`: this mail did not arrive; the next may")
public enum BounceKind {
    @JsonProperty("hard")
    HARD,
    @JsonProperty("soft")
    SOFT
}
