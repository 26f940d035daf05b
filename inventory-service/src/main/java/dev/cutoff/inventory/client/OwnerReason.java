package dev.cutoff.inventory.client;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why somebody answers for a client. */
@Schema(description = "Why this owner: named on the client itself, or by the rule of an account")
public enum OwnerReason {
    @JsonProperty("client")
    CLIENT,
    @JsonProperty("account-rule")
    ACCOUNT_RULE
}
