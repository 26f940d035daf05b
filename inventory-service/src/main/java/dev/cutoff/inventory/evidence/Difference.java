package dev.cutoff.inventory.evidence;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What an import would change. */
@Schema(description = "What an import would change")
record Difference(
        @NotNull Figures clients,

        @NotNull Figures usages,

        @NotNull @Schema(
                description =
                        "What is behind the figures, usages first, each with the new, the changed and the quiet; at most 1,000")
        List<Example> examples) {

    enum Change {
        @JsonProperty("new")
        NEW,
        @JsonProperty("changed")
        CHANGED,
        @JsonProperty("quiet")
        QUIET
    }

    /** How many there would be. */
    @Schema(name = "DifferenceFigures", description = "How many of one kind would be different")
    record Figures(
            @NotNull @Schema(name = "new", description = "That are not there yet", examples = "3") @JsonProperty("new")
            long added,

            @NotNull @Schema(
                    description =
                            "That are there, and would be different: usages by what evidence says of them (figures, times, reports, what"
                                    + " blocks them), clients by anything that is shown of them",
                    examples = "12")
            long changed,

            @NotNull @Schema(
                    description =
                            "Usages that had a success in a span before the evidence as long as its own, and have none in it; clients that"
                                    + " have no other usage",
                    examples = "2")
            long quiet) {}

    /** One of them. */
    @Schema(name = "DifferenceExample", description = "A usage or client that would be different")
    record Example(
            @NotNull @Schema(description = "What it is: usage or client", examples = "usage")
            String what,

            @NotNull @Schema(description = "How it would be different")
            Change change,

            @Nullable @Schema(description = "Its account", examples = "scanner1@contoso.example", nullable = true)
            String account,

            @Nullable @Schema(
                    description = "Protocol of the usage, or name of the client",
                    examples = "smtp-auth",
                    nullable = true)
            String name,

            @Nullable @Schema(description = "Auth method of the usage; null for a client", examples = "basic", nullable = true)
            String authMethod) {}
}
