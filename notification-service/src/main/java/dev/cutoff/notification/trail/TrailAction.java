package dev.cutoff.notification.trail;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What somebody did. */
@Schema(description = "What somebody did")
enum TrailAction {
    @JsonProperty("created")
    CREATED,
    @JsonProperty("updated")
    UPDATED,
    @JsonProperty("deleted")
    DELETED,
    /** A notice was sent again by hand. */
    @JsonProperty("resent")
    RESENT,
    /** A notice was kept from being sent by hand. */
    @JsonProperty("cancelled")
    CANCELLED,
    /** A link was taken back. */
    @JsonProperty("revoked")
    REVOKED,
    /** A test mail was. */
    @JsonProperty("sent")
    SENT
}
