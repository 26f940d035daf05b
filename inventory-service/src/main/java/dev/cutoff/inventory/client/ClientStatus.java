package dev.cutoff.inventory.client;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How far a client is on its way. */
@Schema(
        description =
                "How far it is on its way; until somebody states it, `owner-assigned` where somebody answers for it and else"
                        + " `discovered`")
public enum ClientStatus {
    @JsonProperty("discovered")
    DISCOVERED,
    @JsonProperty("owner-assigned")
    OWNER_ASSIGNED,
    @JsonProperty("planned")
    PLANNED,
    @JsonProperty("in-progress")
    IN_PROGRESS,
    @JsonProperty("migrated")
    MIGRATED,
    /** Silent, and nothing says that it has moved. */
    @JsonProperty("unverified")
    UNVERIFIED,
    @JsonProperty("verified")
    VERIFIED,
    @JsonProperty("retired")
    RETIRED,
    /** It may stay as it is. */
    @JsonProperty("excepted")
    EXCEPTED
}
