package dev.cutoff.timeline.cutoff;

import dev.cutoff.commons.security.Roles;
import dev.cutoff.timeline.rule.Protocol;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The outlook of one tenant. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Cutoffs", description = "What stops when, for whom, and what can be done about it")
class OutlookResource {

    private final Outlooks outlooks;

    OutlookResource(Outlooks outlooks) {
        this.outlooks = outlooks;
    }

    @GET
    @Path("tenants/{id}/outlook")
    @RolesAllowed({Roles.VIEWER, Roles.OPERATOR, Roles.ADMIN, Roles.SERVICE})
    @Operation(
            operationId = "getOutlook",
            summary = "Read the outlook of a tenant",
            description =
                    "What holds at a moment for each protocol and auth method, when it stops, and what the tenant can do; by what was known"
                            + " at the end of a day. Both are now unless given, so one can ask what holds on any day, and what was believed"
                            + " on any other.")
    @APIResponse(responseCode = "200", description = "The outlook")
    public TenantOutlook get(
            @Parameter(description = "Id of the tenant", example = "8bb6f14a-714e-4fdc-89f6-05418818a00b")
                    @PathParam("id")
                    UUID id,
            @Parameter(description = "What holds then; now unless given", example = "2022-10-15T00:00:00Z")
                    @QueryParam("at")
                    @Nullable Instant at,
            @Parameter(
                            description = "By what was known at the end of this day (UTC); today unless given",
                            example = "2022-06-01")
                    @QueryParam("knownOn")
                    @Nullable LocalDate knownOn,
            @Parameter(description = "Only this protocol", example = "imap") @QueryParam("protocol") @Nullable Protocol protocol) {
        return outlooks.of(id, at, knownOn, protocol);
    }
}
