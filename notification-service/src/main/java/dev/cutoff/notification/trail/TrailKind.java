package dev.cutoff.notification.trail;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What of a tenant has a trail. */
@Schema(description = "What of a tenant has a trail")
enum TrailKind {
    @JsonProperty("dispatch")
    DISPATCH,
    @JsonProperty("policy")
    POLICY,
    @JsonProperty("branding")
    BRANDING,
    @JsonProperty("recipient")
    RECIPIENT,
    @JsonProperty("notice")
    NOTICE,
    @JsonProperty("answer")
    ANSWER,
    @JsonProperty("link")
    LINK,
    @JsonProperty("test-mail")
    TEST_MAIL
}
