package dev.cutoff.inventory.silence;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How far something is on its way off what is being retired, as far as evidence and people's words go. */
@Schema(
        description =
                "`at-risk`: it still uses what is being retired. `unverified`: it is silent, which proves nothing. `verified`: it is"
                        + " silent although it could speak, or its owner's word and evidence agree. `migrated`: by a later modern"
                        + " success of its own, or by somebody's word. `unaffected`: only modern use is known. `unknown`: nothing is")
public enum Migration {
    @JsonProperty("at-risk")
    AT_RISK,
    @JsonProperty("unverified")
    UNVERIFIED,
    @JsonProperty("verified")
    VERIFIED,
    @JsonProperty("migrated")
    MIGRATED,
    @JsonProperty("unaffected")
    UNAFFECTED,
    @JsonProperty("unknown")
    UNKNOWN
}
