package dev.cutoff.notification.ladder;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What kind of thing somebody is told. */
@Schema(
        description =
                "`deadline`: a rung before a cutoff or a decision. `all-clear`: what was told before is over: the vendor has taken it back, or"
                        + " the day, or it does not concern the tenant. `finding`: evidence has a gap, so that silence proves nothing."
                        + " `help`: somebody asks the tenant's contact for help with a client")
public enum Topic {
    @JsonProperty("deadline")
    DEADLINE,
    @JsonProperty("all-clear")
    ALL_CLEAR,
    @JsonProperty("finding")
    FINDING,
    @JsonProperty("help")
    HELP
}
