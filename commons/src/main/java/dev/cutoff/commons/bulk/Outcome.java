package dev.cutoff.commons.bulk;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.cutoff.commons.problem.Problem;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What became, or in a dry run would become, of one item of an upsert. */
@Schema(description = "What became of one item; in a dry run, what would")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Outcome(
        @NotNull @Schema(description = "Place of the item in the request, from 0", examples = "0")
        int index,

        @NotNull @Schema(description = "What became of it") Kind outcome,

        @Nullable @Schema(
                description = "Id of the resource, where there is one",
                examples = "8bb6f14a-714e-4fdc-89f6-05418818a00b")
        String id,

        @Nullable @Schema(description = "Source of the external id that was sent", examples = "servicenow")
        String source,

        @Nullable @Schema(description = "External id that was sent", examples = "e0310770c7804e33a7d8b7bf0a24e280")
        String externalId,

        @NotNull @Schema(description = "Fields that were left alone because a person or a higher source had set them")
        List<String> ignoredFields,

        @Nullable @Schema(ref = "Problem") Problem problem) {

    /** Outcome in one word. */
    @Schema(
            name = "OutcomeKind",
            description = "`not-applied`: right in itself, but another item of an atomic request was rejected")
    public enum Kind {
        @JsonProperty("created")
        CREATED,
        @JsonProperty("updated")
        UPDATED,
        @JsonProperty("unchanged")
        UNCHANGED,
        @JsonProperty("rejected")
        REJECTED,
        @JsonProperty("not-applied")
        NOT_APPLIED
    }

    public static Outcome of(int index, Kind kind, Object id) {
        return new Outcome(index, kind, id.toString(), null, null, List.of(), null);
    }

    public static Outcome rejected(int index, Problem problem) {
        return new Outcome(index, Kind.REJECTED, null, null, null, List.of(), problem);
    }

    public Outcome withKey(@Nullable String source, @Nullable String externalId) {
        return new Outcome(index, outcome, id, source, externalId, ignoredFields, problem);
    }

    public Outcome ignoring(List<String> fields) {
        return new Outcome(index, outcome, id, source, externalId, fields, problem);
    }

    Outcome notApplied() {
        return outcome == Kind.REJECTED
                ? this
                : new Outcome(index, Kind.NOT_APPLIED, id, source, externalId, ignoredFields, problem);
    }
}
