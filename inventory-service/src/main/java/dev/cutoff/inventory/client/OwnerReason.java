package dev.cutoff.inventory.client;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why somebody answers for a client. */
@Schema(
        description =
                "Why this owner: named on the client itself, or by a rule about its account, department, location or domain")
public enum OwnerReason {
    @JsonProperty("client")
    CLIENT,
    @JsonProperty("account-rule")
    ACCOUNT_RULE,
    @JsonProperty("pattern-rule")
    PATTERN_RULE,
    @JsonProperty("department-rule")
    DEPARTMENT_RULE,
    @JsonProperty("location-rule")
    LOCATION_RULE,
    @JsonProperty("domain-rule")
    DOMAIN_RULE
}
