package dev.cutoff.timeline.vendornotice;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What was made of a post. */
@Schema(
        description =
                "What was made of a post. `filed`: a vendor notice. `waiting`: a person must say what it means. `information`: nothing is to be"
                        + " done, as with a usage report or what the catalogue has. `unrelated`: about nothing that is followed."
                        + " `dismissed`: a person said that it means nothing")
enum PostState {
    @JsonProperty("filed")
    FILED,
    @JsonProperty("waiting")
    WAITING,
    @JsonProperty("information")
    INFORMATION,
    @JsonProperty("unrelated")
    UNRELATED,
    @JsonProperty("dismissed")
    DISMISSED
}
