package dev.cutoff.notification.ladder;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What somebody says about a client of theirs. */
@Schema(
        description =
                "`done`: it no longer uses what stops. `planned`: it will be done by a date. `not-mine`: somebody else answers for it."
                        + " `need-help`: the tenant's contact is to help")
public enum AnswerKind {
    @JsonProperty("done")
    DONE,
    @JsonProperty("planned")
    PLANNED,
    @JsonProperty("not-mine")
    NOT_MINE,
    @JsonProperty("need-help")
    NEED_HELP
}
