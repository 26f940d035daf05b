package dev.cutoff.timeline.rule;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whose service a rule is about. */
@Schema(description = "Whose service a rule is about")
public enum Platform {
    @JsonProperty("microsoft-365")
    MICROSOFT_365,
    /** In the catalogue to be read beside the others. Our tenants do not live there, so it is in no outlook. */
    @JsonProperty("google-workspace")
    GOOGLE_WORKSPACE
}
