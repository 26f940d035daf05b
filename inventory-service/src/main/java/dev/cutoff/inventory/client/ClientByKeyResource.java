package dev.cutoff.inventory.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cutoff.commons.precondition.Versioned;
import dev.cutoff.commons.problem.ProblemType;
import dev.cutoff.commons.problem.Refusal;
import dev.cutoff.commons.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import java.util.function.LongConsumer;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** One client by what its source calls it. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Clients")
class ClientByKeyResource {

    private final Clients clients;

    ClientByKeyResource(Clients clients) {
        this.clients = clients;
    }

    @GET
    @Path("clients/by-external-id/{source}/{id}")
    @RolesAllowed({Roles.VIEWER, Roles.OPERATOR, Roles.ADMIN, Roles.SERVICE})
    @Operation(
            operationId = "getClientByExternalId",
            summary = "Read a client by what its source calls it",
            description = "The client with its version as ETag.")
    @APIResponse(
            responseCode = "200",
            description = "The client",
            content = @Content(schema = @Schema(implementation = Client.class)))
    @APIResponse(responseCode = "304", description = "The caller has this version already")
    public Response get(
            @Parameter(description = "The system that declares it", example = "servicenow")
                    @PathParam("source")
                    @Size(min = 1, max = 100) @Pattern(regexp = ClientContent.LINE, message = ClientContent.ONE_LINE) String source,
            @Parameter(description = "Its id there", example = "e0310770c7804e33a7d8b7bf0a24e280")
                    @PathParam("id")
                    @Size(min = 1, max = 200) @Pattern(regexp = ClientContent.LINE, message = ClientContent.ONE_LINE) String id,
            @Parameter(description = "Tenant that it signs in to", example = "8bb6f14a-714e-4fdc-89f6-05418818a00b")
                    @QueryParam("tenant")
                    @NotNull UUID tenant,
            @Context Request request) {
        var client = clients.get(tenant, source, id);
        return Versioned.answer(request, client, client.version());
    }

    @PUT
    @Path("clients/by-external-id/{source}/{id}")
    @RolesAllowed({Roles.OPERATOR, Roles.ADMIN})
    @Operation(
            operationId = "putClientByExternalId",
            summary = "Create or replace a client by what its source calls it",
            description =
                    "The body is all that the source says of it: what it has set before and now leaves out is cleared. What a person"
                            + " or a higher source has set is kept; `personFields` says which. `If-Match` and `If-None-Match: *` are"
                            + " checked if they are sent.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ClientContent.class)))
    @APIResponse(
            responseCode = "200",
            description = "The client as it is now",
            content = @Content(schema = @Schema(implementation = Client.class)))
    @APIResponse(
            responseCode = "201",
            description = "The client is new",
            headers =
                    @Header(
                            name = "Location",
                            description = "Where it is",
                            schema = @Schema(implementation = String.class)),
            content = @Content(schema = @Schema(implementation = Client.class)))
    @APIResponse(responseCode = "412", ref = "PreconditionFailed")
    public Response put(
            @Parameter(description = "The system that declares it", example = "servicenow")
                    @PathParam("source")
                    @Size(min = 1, max = 100) @Pattern(regexp = ClientContent.LINE, message = ClientContent.ONE_LINE) String source,
            @Parameter(description = "Its id there", example = "e0310770c7804e33a7d8b7bf0a24e280")
                    @PathParam("id")
                    @Size(min = 1, max = 200) @Pattern(regexp = ClientContent.LINE, message = ClientContent.ONE_LINE) String id,
            @Parameter(description = "Tenant that it signs in to", example = "8bb6f14a-714e-4fdc-89f6-05418818a00b")
                    @QueryParam("tenant")
                    @NotNull UUID tenant,
            @Parameter(description = "ETag of the version to replace; checked if it is sent", example = "\"3\"")
                    @HeaderParam(HttpHeaders.IF_MATCH)
                    @Nullable String ifMatch,
            @Parameter(description = "`*` to create only", example = "*")
                    @HeaderParam(HttpHeaders.IF_NONE_MATCH)
                    @Nullable String ifNoneMatch,
            @Parameter(description = "Why, for the audit trail", example = "CHG0031337")
                    @QueryParam("reason")
                    @Size(max = 500) @Nullable String reason,
            @NotNull JsonNode body) {
        if (!(body instanceof ObjectNode content)) {
            throw Refusal.invalidField("", "must be an object");
        }
        var put = clients.put(tenant, source, id, content, reason, expected(ifMatch, ifNoneMatch));
        var answer = put.isNew()
                ? Response.created(URI.create("/v1/clients/" + put.client().id()))
                : Response.ok();
        return answer.entity(put.client())
                .tag(Versioned.tag(put.client().version()))
                .build();
    }

    /** Versions begin with 1: 0 is none. */
    private static LongConsumer expected(@Nullable String ifMatch, @Nullable String ifNoneMatch) {
        return version -> {
            if (ifNoneMatch != null && version > 0) {
                throw new Refusal(
                        ProblemType.STALE_VERSION, "There is such a client, with version \"" + version + "\"");
            }
            if (ifMatch != null && version == 0) {
                throw new Refusal(
                        ProblemType.STALE_VERSION, "There is no such client yet; leave If-Match out to create it");
            }
            if (ifMatch != null) {
                Versioned.require(ifMatch, version);
            }
        };
    }
}
