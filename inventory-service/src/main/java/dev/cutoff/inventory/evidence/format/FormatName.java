package dev.cutoff.inventory.evidence.format;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A format by its name. */
@Schema(name = "EvidenceFormat", description = "Format that the content was recognised as")
public enum FormatName {
    @JsonProperty("entra-sign-in-csv")
    ENTRA_SIGN_IN_CSV,
    @JsonProperty("graph-sign-in-json")
    GRAPH_SIGN_IN_JSON,
    @JsonProperty("graph-sign-in-ndjson")
    GRAPH_SIGN_IN_NDJSON,
    @JsonProperty("owner-list-csv")
    OWNER_LIST_CSV,
    @JsonProperty("client-list-csv")
    CLIENT_LIST_CSV,
    @JsonProperty("owner-list-json")
    OWNER_LIST_JSON,
    @JsonProperty("client-list-json")
    CLIENT_LIST_JSON,
    @JsonProperty("smtp-auth-clients")
    SMTP_AUTH_CLIENTS,
    @JsonProperty("ews-weekly-usage")
    EWS_WEEKLY_USAGE,
    @JsonProperty("mobile-devices")
    MOBILE_DEVICES,
    @JsonProperty("cas-mailboxes")
    CAS_MAILBOXES,
    @JsonProperty("transport-config")
    TRANSPORT_CONFIG,
    @JsonProperty("monthly-usage-post")
    MONTHLY_USAGE_POST,
    @JsonProperty("service-messages")
    SERVICE_MESSAGES
}
