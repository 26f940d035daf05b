package dev.cutoff.notification.reach;

import dev.cutoff.commons.audit.HistoryEntry;
import dev.cutoff.commons.page.CsvPages;
import dev.cutoff.commons.page.NdjsonPages;
import dev.cutoff.commons.page.Page;
import dev.cutoff.commons.page.Paging;
import dev.cutoff.commons.page.View;
import dev.cutoff.commons.precondition.Versioned;
import dev.cutoff.commons.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The people of whom a bounce was heard. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Recipients", description = "Whom mail reaches")
class RecipientsResource {

    private static final String ID = "7d9c2a44-6f0e-4f0c-8f1b-52c0a7f4be10";

    private final Recipients recipients;

    RecipientsResource(Recipients recipients) {
        this.recipients = recipients;
    }

    @GET
    @Path("recipients")
    @Produces({MediaType.APPLICATION_JSON, CsvPages.MEDIA_TYPE, NdjsonPages.MEDIA_TYPE})
    @RolesAllowed({Roles.VIEWER, Roles.OPERATOR, Roles.ADMIN, Roles.SERVICE})
    @Operation(
            operationId = "listRecipients",
            summary = "List people whose mail bounced",
            description =
                    "Whoever a bounce was ever heard of, tenant by tenant; `state=unreachable` are those to whom nothing is sent. Of who is"
                            + " not listed nothing bad was heard.")
    @APIResponse(responseCode = "200", description = "A page of people")
    public Page<Recipient> list(
            @Parameter(description = "Only those whom mail reaches, or does not", example = "unreachable")
                    @QueryParam("state")
                    @Nullable RecipientState state,
            @Parameter(description = "Only this mail address", example = "nao.kato@contoso.example")
                    @QueryParam("recipient")
                    @Size(max = 254) @Nullable String recipient,
            @Parameter(description = "Only about this tenant", example = "8bb6f14a-714e-4fdc-89f6-05418818a00b")
                    @QueryParam("tenant")
                    @Nullable UUID tenant,
            @BeanParam @Valid View view,
            @BeanParam @Valid Paging paging) {
        var person = recipient == null ? null : recipient.toLowerCase(Locale.ROOT);
        return recipients.list(tenant, new RecipientStore.Filter(state, person), view, paging);
    }

    @GET
    @Path("recipients/{id}")
    @RolesAllowed({Roles.VIEWER, Roles.OPERATOR, Roles.ADMIN, Roles.SERVICE})
    @Operation(
            operationId = "getRecipient",
            summary = "Read whether mail reaches somebody",
            description = "With the latest mail that did not arrive.")
    @APIResponse(
            responseCode = "200",
            description = "The person",
            content = @Content(schema = @Schema(implementation = Recipient.class)))
    @APIResponse(responseCode = "304", description = "The caller has this version already")
    public Response get(
            @Parameter(description = "Id of the person in the tenant", example = ID) @PathParam("id") UUID id,
            @Context Request request) {
        var recipient = recipients.get(id);
        return Versioned.answer(request, recipient, recipient.version());
    }

    @GET
    @Path("recipients/{id}/history")
    @Produces({MediaType.APPLICATION_JSON, CsvPages.MEDIA_TYPE, NdjsonPages.MEDIA_TYPE})
    @RolesAllowed({Roles.VIEWER, Roles.OPERATOR, Roles.ADMIN, Roles.SERVICE})
    @Operation(
            operationId = "listRecipientHistory",
            summary = "Read since when mail reached somebody, or did not",
            description =
                    "Every change of state with who, when, before, after and why, the oldest first; `sort=-at` for the newest.")
    @APIResponse(responseCode = "200", description = "A page of changes")
    public Page<HistoryEntry> history(
            @Parameter(description = "Id of the person in the tenant", example = ID) @PathParam("id") UUID id,
            @BeanParam @Valid Paging paging) {
        return recipients.history(id, paging);
    }

    @POST
    @Path("recipients/{id}:mark-reachable")
    @RolesAllowed({Roles.OPERATOR, Roles.ADMIN})
    @Operation(
            operationId = "markRecipientReachable",
            summary = "Say that mail reaches somebody again",
            description =
                    "What bounced before counts no longer, and the tenant is planned anew. Doing it again changes nothing. `If-Match` is"
                            + " checked if it is sent.")
    @APIResponse(
            responseCode = "200",
            description = "The person",
            content = @Content(schema = @Schema(implementation = Recipient.class)))
    @APIResponse(responseCode = "412", ref = "PreconditionFailed")
    public Response markReachable(
            @Parameter(description = "Id of the person in the tenant", example = ID) @PathParam("id") UUID id,
            @Parameter(description = "ETag of the version that the decision is based on, if any", example = "\"2\"")
                    @HeaderParam(HttpHeaders.IF_MATCH)
                    @Nullable String ifMatch,
            @Parameter(description = "Why, for the audit trail", example = "Mailbox restored, INC0042011")
                    @QueryParam("reason")
                    @Size(max = 500) @Nullable String reason) {
        var recipient = recipients.markReachable(id, ifMatch, reason);
        return Response.ok(recipient).tag(Versioned.tag(recipient.version())).build();
    }
}
