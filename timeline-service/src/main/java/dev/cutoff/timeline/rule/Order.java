package dev.cutoff.timeline.rule;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** In which order a rollout takes the tenants. */
@Schema(description = "In which order a rollout takes the tenants")
public enum Order {
    /** Nobody can know or choose the day before the vendor names it. */
    @JsonProperty("random")
    RANDOM
}
