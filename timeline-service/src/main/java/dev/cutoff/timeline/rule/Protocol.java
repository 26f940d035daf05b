package dev.cutoff.timeline.rule;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A way to reach a mailbox or its administration; declared in the order of the names, which is the order of every list. */
@Schema(description = "A way to reach a mailbox or its administration")
public enum Protocol {
    @JsonProperty("autodiscover")
    AUTODISCOVER,
    /** Exchange ActiveSync. */
    @JsonProperty("eas")
    EAS,
    /** Exchange Web Services. */
    @JsonProperty("ews")
    EWS,
    @JsonProperty("imap")
    IMAP,
    @JsonProperty("mapi")
    MAPI,
    /** Offline address book. */
    @JsonProperty("oab")
    OAB,
    @JsonProperty("other")
    OTHER,
    @JsonProperty("pop")
    POP,
    @JsonProperty("remote-powershell")
    REMOTE_POWERSHELL,
    @JsonProperty("reporting-web-service")
    REPORTING_WEB_SERVICE,
    @JsonProperty("rpc")
    RPC,
    @JsonProperty("scc-powershell")
    SCC_POWERSHELL,
    @JsonProperty("smtp-auth")
    SMTP_AUTH,
    /** Of modern sign-ins that do not say. */
    @JsonProperty("unspecified")
    UNSPECIFIED
}
