package dev.cutoff.timeline.rule;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A part of the tenants that the vendor takes apart from the others. Only its own word to a tenant says that the tenant is in it. */
@Schema(description = "A part of the tenants that the vendor takes apart from the others")
public enum Wave {
    /** Tenants in which the vendor has recorded no use. Our own evidence never decides that: no data is not no use. */
    @JsonProperty("unused")
    UNUSED
}
