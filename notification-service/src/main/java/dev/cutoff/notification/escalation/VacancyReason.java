package dev.cutoff.notification.escalation;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why a client has nobody who takes it, the gravest first. */
@Schema(
        description =
                "`no-contact`: there is nobody at all whom mail reaches. `no-owner`: nobody answers for it. `not-mine`: who answers for it, or"
                        + " stands in, says that it is somebody else's. `unreachable`: mail reaches none of them. `no-answer`: nobody in line"
                        + " has answered in time")
public enum VacancyReason {
    @JsonProperty("no-contact")
    NO_CONTACT,
    @JsonProperty("no-owner")
    NO_OWNER,
    @JsonProperty("not-mine")
    NOT_MINE,
    @JsonProperty("unreachable")
    UNREACHABLE,
    @JsonProperty("no-answer")
    NO_ANSWER
}
