package dev.cutoff.timeline.rule;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The Microsoft cloud that a tenant lives in. */
@Schema(description = "The Microsoft cloud that a tenant lives in")
public enum Cloud {
    @JsonProperty("worldwide")
    WORLDWIDE,
    @JsonProperty("gcc")
    GCC,
    @JsonProperty("gcc-high")
    GCC_HIGH,
    @JsonProperty("dod")
    DOD,
    /** Operated by 21Vianet. */
    @JsonProperty("china")
    CHINA
}
