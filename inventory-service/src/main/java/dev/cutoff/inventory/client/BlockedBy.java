package dev.cutoff.inventory.client;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What keeps an account from using a protocol although the vendor would let it. */
@Schema(
        description =
                "What keeps the account from this usage, by its last evidence. `conditional-access` is any policy of the directory that stops"
                        + " a sign-in behind the password: Conditional Access, or security defaults, which a tenant has in its place")
public enum BlockedBy {
    /** Or security defaults: a tenant has one or the other. */
    @JsonProperty("conditional-access")
    CONDITIONAL_ACCESS,
    /** The protocol is switched off on the mailbox. */
    @JsonProperty("mailbox-switch")
    MAILBOX_SWITCH,
    /** The protocol is switched off for the organisation, and the mailbox does not say otherwise. */
    @JsonProperty("organisation-switch")
    ORGANISATION_SWITCH
}
