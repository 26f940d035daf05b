package dev.cutoff.notification.answer;

import dev.cutoff.commons.audit.HistoryEntry;
import dev.cutoff.commons.page.CsvPages;
import dev.cutoff.commons.page.NdjsonPages;
import dev.cutoff.commons.page.Page;
import dev.cutoff.commons.page.Paging;
import dev.cutoff.commons.precondition.Versioned;
import dev.cutoff.commons.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** One answer. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Answers")
class AnswerResource {

    private static final String ID = "9d2f7c35-5a0e-4b60-9a44-0c9b2f6de201";

    private final Answers answers;

    AnswerResource(Answers answers) {
        this.answers = answers;
    }

    @GET
    @Path("answers/{id}")
    @RolesAllowed({Roles.VIEWER, Roles.OPERATOR, Roles.ADMIN, Roles.SERVICE})
    @Operation(
            operationId = "getAnswer",
            summary = "Read an answer",
            description = "With its version as ETag. 404 for one that a later answer about more has taken in.")
    @APIResponse(
            responseCode = "200",
            description = "The answer",
            content = @Content(schema = @Schema(implementation = Answer.class)))
    @APIResponse(responseCode = "304", description = "The caller has this version already")
    public Response get(
            @Parameter(description = "Id of the answer", example = ID) @PathParam("id") UUID id,
            @Context Request request) {
        var answer = answers.get(id);
        return Versioned.answer(request, answer, answer.version());
    }

    @DELETE
    @Path("answers/{id}")
    @RolesAllowed({Roles.OPERATOR, Roles.ADMIN})
    @Operation(
            operationId = "withdrawAnswer",
            summary = "Take an answer back",
            description = "As if it had not been given; people are reminded again. It stays in the history.")
    @APIResponse(responseCode = "204", description = "It is gone")
    @APIResponse(responseCode = "412", ref = "PreconditionFailed")
    @APIResponse(responseCode = "428", ref = "PreconditionRequired")
    public Response withdraw(
            @Parameter(description = "Id of the answer", example = ID) @PathParam("id") UUID id,
            @Parameter(description = "ETag of the version that is to go", example = "\"2\"")
                    @HeaderParam(HttpHeaders.IF_MATCH)
                    @Nullable String ifMatch,
            @Parameter(description = "Why, for the audit trail", example = "INC0042011")
                    @QueryParam("reason")
                    @Size(max = 500) @Nullable String reason) {
        answers.withdraw(id, ifMatch, reason);
        return Response.noContent().build();
    }

    @GET
    @Path("answers/{id}/history")
    @Produces({MediaType.APPLICATION_JSON, CsvPages.MEDIA_TYPE, NdjsonPages.MEDIA_TYPE})
    @RolesAllowed({Roles.VIEWER, Roles.OPERATOR, Roles.ADMIN, Roles.SERVICE})
    @Operation(
            operationId = "listAnswerHistory",
            summary = "Read what was said before",
            description =
                    "Every answer with who, when, by what way, before, after and why, the oldest first; `sort=-at` for the newest. Also of one"
                            + " that was taken back.")
    @APIResponse(responseCode = "200", description = "A page of changes")
    public Page<HistoryEntry> history(
            @Parameter(description = "Id of the answer", example = ID) @PathParam("id") UUID id,
            @BeanParam @Valid Paging paging) {
        return answers.history(id, paging);
    }
}
