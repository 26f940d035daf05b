package dev.cutoff.notification.ladder;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How an answer stands against what is known since. */
@Schema(
        description =
                "`stands`: nothing speaks against it. `confirmed`: evidence shows the same. `contradicted`: the client was seen to use what"
                        + " stops after it was said to be done. `too-late`: the planned day is after the one on which it stops, or the last"
                        + " on which that can be put off. `lapsed`: the planned day is over, or somebody else answers for the client now")
public enum AnswerStanding {
    @JsonProperty("stands")
    STANDS,
    @JsonProperty("confirmed")
    CONFIRMED,
    @JsonProperty("contradicted")
    CONTRADICTED,
    @JsonProperty("too-late")
    TOO_LATE,
    @JsonProperty("lapsed")
    LAPSED
}
