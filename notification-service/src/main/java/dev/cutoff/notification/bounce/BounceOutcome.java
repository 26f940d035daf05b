package dev.cutoff.notification.bounce;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.cutoff.commons.problem.Problem;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What became of one reported bounce. */
@Schema(description = "What became of one reported bounce")
@JsonInclude(JsonInclude.Include.NON_NULL)
record BounceOutcome(
        @NotNull @Schema(
                description = "Place of the item in the request, or of the recipient in the report, from 0",
                examples = "0")
        int index,

        @NotNull @Schema(description = "What became of it") Kind outcome,

        @Nullable @Schema(
                description = "The notice that it is about, if it is known which",
                examples = "5b0a3c8e-6b3f-4d52-9a4e-1c3d6f1b2a90")
        UUID noticeId,

        @Nullable @Schema(description = "Mail address that it is about", examples = "nao.kato@contoso.example")
        String recipient,

        @Nullable @Schema(description = "Why it was ignored", implementation = IgnoredReason.class)
        IgnoredReason reason,

        @Nullable @Schema(ref = "Problem") Problem problem) {

    /** Outcome in one word. */
    @Schema(
            name = "BounceOutcomeKind",
            description =
                    "`recorded`: it counts. `known`: it had counted already. `ignored`: it is no bounce of a mail of ours. `rejected`: it"
                            + " cannot be understood, or names what is not known")
    enum Kind {
        @JsonProperty("recorded")
        RECORDED,
        @JsonProperty("known")
        KNOWN,
        @JsonProperty("ignored")
        IGNORED,
        @JsonProperty("rejected")
        REJECTED
    }

    static BounceOutcome of(int index, boolean isNews, @Nullable UUID notice, String recipient) {
        return new BounceOutcome(index, isNews ? Kind.RECORDED : Kind.KNOWN, notice, recipient, null, null);
    }

    static BounceOutcome ignored(int index, IgnoredReason why) {
        return new BounceOutcome(index, Kind.IGNORED, null, null, why, null);
    }

    static BounceOutcome rejected(int index, Problem problem) {
        return new BounceOutcome(index, Kind.REJECTED, null, null, null, problem);
    }
}
