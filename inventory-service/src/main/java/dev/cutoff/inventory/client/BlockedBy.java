package dev.cutoff.inventory.client;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What keeps an account from using a protocol although the vendor would let it. */
@Schema(description = "What keeps the account from this usage, by its last evidence")
public enum BlockedBy {
    @JsonProperty("conditional-access")
    CONDITIONAL_ACCESS,
    /** The protocol is switched off on the mailbox. */
    @JsonProperty("mailbox-switch")
    MAILBOX_SWITCH,
    /** The protocol is switched off for the organisation, and the mailbox does not say otherwise. */
    @JsonProperty("organisation-switch")
    ORGANISATION_SWITCH
}
