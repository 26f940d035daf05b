package dev.cutoff.inventory.client;

import dev.cutoff.commons.bulk.Bulk;
import dev.cutoff.commons.idempotency.Idempotent;
import dev.cutoff.commons.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
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

/** The way back from what people have set. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Clients")
class ClientsHandBackResource {

    @Schema(name = "ClientHandBackItem", description = "Fields of one client")
    record Item(
            @NotNull @Schema(description = "Id of the client", examples = "0f0d5d1e-6f3a-8c55-9a57-5f8a4f0f6a11")
            UUID id,

            @NotNull @Size(min = 1) @Schema(
                    description = "Fields to hand back, as `personFields` has them; one that no person has set is none",
                    examples = "[\"location\", \"ownerEmail\"]")
            List<String> fields) {}

    @Schema(name = "ClientHandBack", description = "Fields of one to a thousand clients")
    record HandBack(
            @NotNull @Size(min = 1, max = Bulk.MOST) @Schema(description = "The clients")
            List<Item> items) {}

    private final ClientsEditing editing;

    ClientsHandBackResource(ClientsEditing editing) {
        this.editing = editing;
    }

    @POST
    @Path("clients:hand-back")
    @Idempotent
    @RolesAllowed({Roles.OPERATOR, Roles.ADMIN})
    @Parameter(ref = "IdempotencyKey")
    @Operation(
            operationId = "handBackClientFields",
            summary = "Let sources set again what people have set",
            description =
                    "The fields leave `personFields`. What they hold stays until a source says another; of a discovered client, what"
                            + " evidence shows counts at once. A higher source still counts before a lower one.")
    @RequestBody(
            required = true,
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = HandBack.class)))
    @APIResponse(
            responseCode = "200",
            description = "An outcome for each item",
            content = @Content(schema = @Schema(implementation = Bulk.Answer.class)))
    @APIResponse(
            responseCode = "422",
            description = "An item of an atomic request was rejected, so none is applied",
            content = @Content(schema = @Schema(implementation = Bulk.Answer.class)))
    public Response handBack(@Valid @NotNull Bulk.Request body, @BeanParam @Valid Bulk.Options options) {
        return editing.handBack(body.items(), options.mode(), options.dryRun(), options.reason())
                .response(options.mode());
    }
}
