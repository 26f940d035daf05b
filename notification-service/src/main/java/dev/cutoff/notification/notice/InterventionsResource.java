package dev.cutoff.notification.notice;

import dev.cutoff.commons.idempotency.Idempotent;
import dev.cutoff.commons.precondition.Versioned;
import dev.cutoff.commons.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What people do about single notices. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Notices")
class InterventionsResource {

    private static final String ID = "5b0a3c8e-6b3f-4d52-9a4e-1c3d6f1b2a90";

    private final Interventions interventions;

    InterventionsResource(Interventions interventions) {
        this.interventions = interventions;
    }

    @POST
    @Path("notices/{id}:resend")
    @Idempotent
    @RolesAllowed({Roles.OPERATOR, Roles.ADMIN})
    @Parameter(ref = "IdempotencyKey")
    @Operation(
            operationId = "resendNotice",
            summary = "Send a notice again",
            description =
                    "One that was `sent` goes out once more as it was, to the byte and with the same Message-ID, and `resends` counts it; an"
                            + " `uncertain` one or a `retry` goes out now and not after its pause; one that has `failed` is tried anew while"
                            + " it is of use. Takes a token that sees all tenants of the notice, whose mail must be released. Asking twice"
                            + " before it has gone out sends it once. `If-Match` is checked if it is sent.")
    @APIResponse(
            responseCode = "200",
            description = "The notice as it is now",
            content = @Content(schema = @Schema(implementation = Notice.class)))
    @APIResponse(responseCode = "409", ref = "Conflict")
    @APIResponse(responseCode = "412", ref = "PreconditionFailed")
    public Response resend(
            @Parameter(description = "Id of the notice", example = ID) @PathParam("id") UUID id,
            @Parameter(description = "ETag of the version that the decision is based on, if any", example = "\"3\"")
                    @HeaderParam(HttpHeaders.IF_MATCH)
                    @Nullable String ifMatch,
            @Parameter(description = "Why, for the audit trail", example = "Mailbox restored, INC0042011")
                    @QueryParam("reason")
                    @Size(max = 500) @Nullable String reason) {
        return answer(interventions.resend(id, ifMatch, reason));
    }

    @POST
    @Path("notices/{id}:cancel")
    @Idempotent
    @RolesAllowed({Roles.OPERATOR, Roles.ADMIN})
    @Parameter(ref = "IdempotencyKey")
    @Operation(
            operationId = "cancelNotice",
            summary = "Keep a notice from being sent",
            description =
                    "What waits, was put off or is `uncertain` goes out no more, and the rungs in it are not planned again; later rungs are. A"
                            + " repetition that somebody asked for is called off, and what was sent stays `sent`. Takes a token that sees all"
                            + " tenants of the notice. `If-Match` is checked if it is sent.")
    @APIResponse(
            responseCode = "200",
            description = "The notice as it is now",
            content = @Content(schema = @Schema(implementation = Notice.class)))
    @APIResponse(responseCode = "409", ref = "Conflict")
    @APIResponse(responseCode = "412", ref = "PreconditionFailed")
    public Response cancel(
            @Parameter(description = "Id of the notice", example = ID) @PathParam("id") UUID id,
            @Parameter(description = "ETag of the version that the decision is based on, if any", example = "\"3\"")
                    @HeaderParam(HttpHeaders.IF_MATCH)
                    @Nullable String ifMatch,
            @Parameter(description = "Why, for the audit trail", example = "Told by phone, INC0042011")
                    @QueryParam("reason")
                    @Size(max = 500) @Nullable String reason) {
        return answer(interventions.cancel(id, ifMatch, reason));
    }

    private static Response answer(Notice notice) {
        return Response.ok(notice).tag(Versioned.tag(notice.version())).build();
    }
}
