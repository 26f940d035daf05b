package dev.cutoff.inventory.vocabulary;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A way to the mailbox. */
@Schema(description = "A way to the mailbox; `unspecified` for modern sign-ins, which do not say")
public enum Protocol {
    @JsonProperty("mapi")
    MAPI,
    @JsonProperty("rpc")
    RPC,
    @JsonProperty("oab")
    OAB,
    @JsonProperty("ews")
    EWS,
    @JsonProperty("pop")
    POP,
    @JsonProperty("imap")
    IMAP,
    @JsonProperty("eas")
    EAS,
    @JsonProperty("autodiscover")
    AUTODISCOVER,
    @JsonProperty("remote-powershell")
    REMOTE_POWERSHELL,
    @JsonProperty("scc-powershell")
    SCC_POWERSHELL,
    @JsonProperty("reporting-web-service")
    REPORTING_WEB_SERVICE,
    @JsonProperty("smtp-auth")
    SMTP_AUTH,
    /** Legacy by all signs, and none of the others. */
    @JsonProperty("other")
    OTHER,
    /** The sign-in does not say: modern ones never do. */
    @JsonProperty("unspecified")
    UNSPECIFIED
}
