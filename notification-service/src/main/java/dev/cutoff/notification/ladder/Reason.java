package dev.cutoff.notification.ladder;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why somebody is told, or is not. */
@Schema(
        description =
                "Why somebody is told: `rung-due`, `day-named` (the vendor named the day), `moved` (the day is another"
                        + " than the one told), `reopened` (it was told as over, and is not), `cancelled` (the vendor has taken it back, or it does"
                        + " not concern the tenant), `date-withdrawn` (no day holds any more), `coverage` (evidence has a gap), `contradicted` (it was said to be done, and is in use), `help-wanted` (somebody asks for help), `no-answer` (who was told before has not answered in time), `not-reached` (mail did not reach who was to be told), `handed-on` (who was told before says that it is not theirs). Why not: `window-open` (no day is named, so nothing stops today), `calm` (told"
                        + " less than five working days ago), `resolved` (the client has moved on), `blocked-by-tenant`,"
                        + " `not-affected`, `no-statement` (nothing is said about this cloud), `too-late` (past its use),"
                        + " `more-urgent` (a nearer rung took its place), `date-changed` (another day took its place),"
                        + " `other-person` (somebody else answers for it now), `not-used` (nothing of it is seen any more),"
                        + " `unreachable` (mail does not reach the person; somebody else is told), `by-policy` (the policy tells somebody else),"
                        + " `nobody` (there is nobody to tell), `not-mine` (the person says that somebody else answers for it), `done` (it is said to be done),"
                        + " `planned` (it is planned, and the day is not over), `told-lately` (a finding is told again after four weeks, near a deadline after one), `over` (the finding is over),"
                        + " `withdrawn` (somebody decided that it is not sent)")
public enum Reason {
    @JsonProperty("rung-due")
    RUNG_DUE,
    @JsonProperty("day-named")
    DAY_NAMED,
    @JsonProperty("moved")
    MOVED,
    @JsonProperty("window-open")
    WINDOW_OPEN,
    @JsonProperty("calm")
    CALM,
    @JsonProperty("resolved")
    RESOLVED,
    @JsonProperty("blocked-by-tenant")
    BLOCKED_BY_TENANT,
    @JsonProperty("not-affected")
    NOT_AFFECTED,
    @JsonProperty("no-statement")
    NO_STATEMENT,
    @JsonProperty("too-late")
    TOO_LATE,
    @JsonProperty("more-urgent")
    MORE_URGENT,
    @JsonProperty("date-changed")
    DATE_CHANGED,
    @JsonProperty("other-person")
    OTHER_PERSON,
    @JsonProperty("not-used")
    NOT_USED,
    @JsonProperty("reopened")
    REOPENED,
    @JsonProperty("cancelled")
    CANCELLED,
    @JsonProperty("date-withdrawn")
    DATE_WITHDRAWN,
    @JsonProperty("coverage")
    COVERAGE,
    @JsonProperty("unreachable")
    UNREACHABLE,
    @JsonProperty("by-policy")
    BY_POLICY,
    @JsonProperty("nobody")
    NOBODY,
    @JsonProperty("told-lately")
    TOLD_LATELY,
    @JsonProperty("over")
    OVER,
    @JsonProperty("withdrawn")
    WITHDRAWN,
    @JsonProperty("done")
    DONE,
    @JsonProperty("planned")
    PLANNED,
    @JsonProperty("not-mine")
    NOT_MINE,
    @JsonProperty("contradicted")
    CONTRADICTED,
    @JsonProperty("help-wanted")
    HELP_WANTED,
    @JsonProperty("no-answer")
    NO_ANSWER,
    @JsonProperty("not-reached")
    NOT_REACHED,
    @JsonProperty("handed-on")
    HANDED_ON
}
