package dev.cutoff.inventory.message;

import dev.cutoff.commons.page.CsvPages;
import dev.cutoff.commons.page.NdjsonPages;
import dev.cutoff.commons.page.Page;
import dev.cutoff.commons.page.Paging;
import dev.cutoff.commons.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The vendor's messages. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Imports")
class ServiceMessagesResource {

    private final ServiceMessages messages;

    ServiceMessagesResource(ServiceMessages messages) {
        this.messages = messages;
    }

    @GET
    @Path("service-messages")
    @Produces({MediaType.APPLICATION_JSON, CsvPages.MEDIA_TYPE, NdjsonPages.MEDIA_TYPE})
    @RolesAllowed({Roles.VIEWER, Roles.OPERATOR, Roles.ADMIN, Roles.SERVICE})
    @Operation(
            operationId = "listServiceMessages",
            summary = "List the vendor's messages",
            description =
                    "What imports of the Graph's `serviceUpdateMessage` brought, in the order in which the vendor changed them; one that"
                            + " was published again is there again.")
    @APIResponse(responseCode = "200", description = "A page of messages")
    public Page<ServiceMessage> list(
            @Parameter(description = "Only messages to this tenant", example = "8bb6f14a-714e-4fdc-89f6-05418818a00b")
                    @QueryParam("tenant")
                    @Nullable UUID tenant,
            @Parameter(
                            description = "Only the message with this id, as often as it was published",
                            example = "MC237741")
                    @QueryParam("id")
                    @Size(max = 20) @Nullable String id,
            @Parameter(description = "Only messages about this service", example = "Exchange Online")
                    @QueryParam("service")
                    @Size(max = 200) @Nullable String service,
            @BeanParam @Valid Paging paging) {
        return messages.list(tenant, id, service, paging);
    }
}
