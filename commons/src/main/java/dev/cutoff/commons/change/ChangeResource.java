package dev.cutoff.commons.change;

import dev.cutoff.commons.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The change feed of a service. */
@Path("/v1/changes")
@RunOnVirtualThread
@Tag(name = "Changes", description = "What has changed, without gaps, for those who keep a copy")
class ChangeResource {

    private final ChangeFeed feed;

    ChangeResource(ChangeFeed feed) {
        this.feed = feed;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.VIEWER, Roles.OPERATOR, Roles.ADMIN, Roles.SERVICE})
    @Operation(
            operationId = "listChanges",
            summary = "Follow the changes",
            description =
                    "Each resource once, at its last change, oldest change first. Keep `next` and send it as `after`;"
                            + " start without it to get every resource that there is. A reader may see the same event twice.")
    @APIResponse(
            responseCode = "200",
            description = "Changes behind the cursor; none if nothing happened within `wait`")
    @APIResponse(responseCode = "410", ref = "Gone")
    public ChangeFeed.Changes list(
            @Parameter(
                            description = "`next` of the last answer; absent for the oldest change kept",
                            example = "WyJjaGFuZ2VzIiwiNDIiXQ")
                    @QueryParam("after")
                    @Size(max = 200) @Nullable String after,
            @Parameter(description = "Most events in the answer", example = "100")
                    @QueryParam("limit")
                    @DefaultValue("50")
                    @Min(1) @Max(500) int limit,
            @Parameter(description = "Seconds to wait for the first event", example = "20")
                    @QueryParam("wait")
                    @DefaultValue("0")
                    @Min(0) @Max(30) int wait) {
        return feed.read(after, limit, Duration.ofSeconds(wait));
    }
}
