package dev.cutoff.inventory.client;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What keeps an account from using a protocol although the tenant could. */
@Schema(description = "What keeps the account from this usage, by its last evidence")
public enum BlockedBy {
    @JsonProperty("conditional-access")
    CONDITIONAL_ACCESS
}
