package dev.cutoff.notification.reminder;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** As what a person is told. */
@Schema(
        description =
                "`owner`: answers for the client. `fallback-contact`: nobody does, so the tenant's contact hears of it."
                        + " `decision-contact`: can still decide for the tenant")
public enum Role {
    @JsonProperty("owner")
    OWNER,
    @JsonProperty("fallback-contact")
    FALLBACK_CONTACT,
    @JsonProperty("decision-contact")
    DECISION_CONTACT
}
