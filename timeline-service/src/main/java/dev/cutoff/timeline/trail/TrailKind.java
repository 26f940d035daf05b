package dev.cutoff.timeline.trail;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What of a tenant has a trail. */
@Schema(description = "What of a tenant has a trail")
enum TrailKind {
    @JsonProperty("exemption")
    EXEMPTION,
    @JsonProperty("vendor-notice")
    VENDOR_NOTICE,
    @JsonProperty("post")
    POST,
    @JsonProperty("calendar-link")
    CALENDAR_LINK
}
