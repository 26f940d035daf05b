package dev.cutoff.notification.reminder;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** As what a person is told. */
@Schema(
        description =
                "`owner`: answers for the client. `deputy`: stands in for the owner. `manager`: the owner's, told when neither of them answers. `fallback-contact`: nobody answers for it, so the tenant's"
                        + " contact hears of it. `tenant-contact`: the tenant's contact hears of it in place of who answers for it, or beside"
                        + " them. `decision-contact`: can still decide for the tenant")
public enum Role {
    @JsonProperty("owner")
    OWNER,
    @JsonProperty("deputy")
    DEPUTY,
    @JsonProperty("manager")
    MANAGER,
    @JsonProperty("fallback-contact")
    FALLBACK_CONTACT,
    @JsonProperty("tenant-contact")
    TENANT_CONTACT,
    @JsonProperty("decision-contact")
    DECISION_CONTACT
}
