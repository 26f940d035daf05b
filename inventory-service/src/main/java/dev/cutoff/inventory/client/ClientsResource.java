package dev.cutoff.inventory.client;

import dev.cutoff.commons.bulk.Bulk;
import dev.cutoff.commons.idempotency.Idempotent;
import dev.cutoff.commons.page.CsvPages;
import dev.cutoff.commons.page.NdjsonPages;
import dev.cutoff.commons.page.Page;
import dev.cutoff.commons.page.Paging;
import dev.cutoff.commons.page.View;
import dev.cutoff.commons.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The collection of clients. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Clients", description = "Everything that signs in to the mail service, and what it uses")
class ClientsResource {

    /** For the contract only: the item of an upsert is what its source calls a client, and its content. */
    @Schema(
            name = "ClientItem",
            description = "A client by what its source calls it; an absent field keeps, null clears",
            allOf = ClientContent.class)
    record Item(
            @NotNull @Schema(description = "Tenant that it signs in to", examples = "8bb6f14a-714e-4fdc-89f6-05418818a00b")
            UUID tenantId,

            @NotNull @Size(min = 1, max = 100) @Schema(description = "The system that declares it", examples = "servicenow")
            String source,

            @NotNull @Size(min = 1, max = 200) @Schema(description = "Its id there", examples = "e0310770c7804e33a7d8b7bf0a24e280")
            String externalId,

            @Nullable @Schema(
                    description = "Its only account; instead of `accounts`",
                    examples = "scanner2@contoso.example",
                    nullable = true)
            String account,

            @Nullable @Schema(
                    description = "`productVersion` under the name that CMDB exports use",
                    examples = "1.5",
                    nullable = true)
            String version) {}

    @Schema(name = "ClientUpsert", description = "One to a thousand clients")
    record Upsert(
            @NotNull @Size(min = 1, max = Bulk.MOST) @Schema(description = "The clients")
            List<Item> items) {}

    private final Clients clients;

    ClientsResource(Clients clients) {
        this.clients = clients;
    }

    @GET
    @Path("clients")
    @Produces({MediaType.APPLICATION_JSON, CsvPages.MEDIA_TYPE, NdjsonPages.MEDIA_TYPE})
    @RolesAllowed({Roles.VIEWER, Roles.OPERATOR, Roles.ADMIN, Roles.SERVICE})
    @Operation(
            operationId = "listClients",
            summary = "List clients",
            description = "The clients of the tenants that the token may see, by tenant and id unless sorted.")
    @APIResponse(responseCode = "200", description = "A page of clients")
    public Page<Client> list(
            @BeanParam @Valid ClientFilter filter, @BeanParam @Valid View view, @BeanParam @Valid Paging paging) {
        return clients.list(filter, view, paging);
    }

    @POST
    @Path("clients:upsert")
    @Idempotent
    @RolesAllowed({Roles.OPERATOR, Roles.ADMIN})
    @Parameter(ref = "IdempotencyKey")
    @Operation(
            operationId = "upsertClients",
            summary = "Create or change many clients",
            description =
                    "Each item is found by tenant, source and external id. An absent field keeps its value, null clears it; what a"
                            + " person has set is kept and listed under `ignoredFields`. An owner who is not known yet is made. The"
                            + " token must see the tenants that it writes.")
    @RequestBody(
            required = true,
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Upsert.class)))
    @APIResponse(
            responseCode = "200",
            description = "An outcome for each item",
            content = @Content(schema = @Schema(implementation = Bulk.Answer.class)))
    @APIResponse(
            responseCode = "422",
            description = "An item of an atomic request was rejected, so none is applied",
            content = @Content(schema = @Schema(implementation = Bulk.Answer.class)))
    public Response upsert(@Valid @NotNull Bulk.Request body, @BeanParam @Valid Bulk.Options options) {
        return clients.upsert(body.items(), options.mode(), options.dryRun(), options.reason())
                .response(options.mode());
    }
}
