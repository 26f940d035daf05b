package dev.cutoff.commons.bulk;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import dev.cutoff.commons.problem.Refusal;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The shape of every bulk request and answer, and how a failed item is kept from the others. */
public final class Bulk {

    public static final int MOST = 1000;

    /** What a rejected item does to the others. */
    @Schema(name = "BulkMode", description = "`each`: an item stands for itself. `atomic`: all items or none")
    public enum Mode {
        @JsonProperty("each")
        EACH,
        @JsonProperty("atomic")
        ATOMIC
    }

    /**
     * How a bulk request is taken.
     *
     * @param dryRun answers what would become of each item, and does nothing
     */
    public record Options(
            @Parameter(description = "Whether a rejected item keeps out the others", example = "each")
            @QueryParam("mode")
            @DefaultValue("each")
            Mode mode,

            @Parameter(description = "Only say what would become of each item", example = "true")
            @QueryParam("dryRun")
            @DefaultValue("false")
            boolean dryRun,

            @Parameter(description = "Why, for the audit trail", example = "CHG0031337")
            @QueryParam("reason")
            @Size(max = 500) @Nullable String reason) {}

    /** @param items one to a thousand resources; an absent field keeps, null clears */
    public record Request(@NotEmpty @Size(max = MOST) List<@NotNull JsonNode> items) {}

    /** @param items one outcome for each item, in the same order */
    @Schema(name = "BulkAnswer", description = "One outcome for each item, in the order of the request")
    public record Answer(
            @NotNull @Schema(description = "One outcome for each item, in the order of the request")
            List<Outcome> items) {

        private boolean hasRejected() {
            return items.stream().anyMatch(item -> item.outcome() == Outcome.Kind.REJECTED);
        }

        /** What is answered when an atomic request is not applied. */
        public Answer notApplied() {
            return new Answer(items.stream().map(Outcome::notApplied).toList());
        }

        /** Whether nothing may be written: an atomic request with a rejected item. */
        public boolean isRefused(Mode mode) {
            return mode == Mode.ATOMIC && hasRejected();
        }

        /** 422 where nothing may be written, else 200; the outcomes either way. */
        public Response response(Mode mode) {
            return Response.status(isRefused(mode) ? 422 : 200).entity(this).build();
        }
    }

    /** Decides on one item. */
    @FunctionalInterface
    public interface Planner {

        /**
         * @param index place of the item
         * @param pointer where it stands in the body, for errors
         * @throws Refusal the item is rejected
         */
        Outcome plan(int index, JsonNode item, String pointer);
    }

    private Bulk() {}

    /** Plans item by item; a refusal rejects its own item only. */
    public static Answer plan(List<JsonNode> items, Planner planner) {
        var outcomes = new ArrayList<Outcome>();
        for (var index = 0; index < items.size(); index++) {
            try {
                outcomes.add(planner.plan(index, items.get(index), "/items/" + index));
            } catch (Refusal refusal) {
                outcomes.add(Outcome.rejected(index, refusal.problem()));
            }
        }
        return new Answer(List.copyOf(outcomes));
    }
}
