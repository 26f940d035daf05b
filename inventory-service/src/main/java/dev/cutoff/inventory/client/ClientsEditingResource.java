package dev.cutoff.inventory.client;

import dev.cutoff.commons.bulk.Bulk;
import dev.cutoff.commons.idempotency.Idempotent;
import dev.cutoff.commons.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Changes by people to many clients at once. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Clients")
class ClientsEditingResource {

    private static final Set<String> OF_STATUS = Set.of("status", "statusReason", "plannedFor");
    private static final Set<String> OF_OWNER = Set.of("ownerEmail");

    @Schema(name = "ClientStatusItem", description = "A status for one client")
    record StatusItem(
            @NotNull @Schema(description = "Id of the client", examples = "0f0d5d1e-6f3a-8c55-9a57-5f8a4f0f6a11")
            UUID id,

            @NotNull @Schema(description = "The status; null to leave that to what is known", nullable = true)
            ClientStatus status,

            @Nullable @Size(max = 500) @Schema(
                    description = "Why this status; absent for the reason of the request",
                    examples = "Wave 2",
                    nullable = true)
            String statusReason,

            @Nullable @Schema(description = "Day on which it is to be done", examples = "2026-11-30", nullable = true)
            LocalDate plannedFor) {}

    @Schema(name = "ClientStatuses", description = "A status for one to a thousand clients")
    record Statuses(
            @NotNull @Size(min = 1, max = Bulk.MOST) @Schema(description = "The clients")
            List<StatusItem> items) {}

    @Schema(name = "ClientOwnerItem", description = "An owner for one client")
    record OwnerItem(
            @NotNull @Schema(description = "Id of the client", examples = "0f0d5d1e-6f3a-8c55-9a57-5f8a4f0f6a11")
            UUID id,

            @NotNull @Email @Size(max = 254) @Schema(
                    description =
                            "Mail address of who answers for it, made an owner if it is none yet; null to leave that to the rules",
                    examples = "nao.endo@contoso.example",
                    nullable = true)
            String ownerEmail) {}

    @Schema(name = "ClientOwners", description = "An owner for one to a thousand clients")
    record Owners(
            @NotNull @Size(min = 1, max = Bulk.MOST) @Schema(description = "The clients")
            List<OwnerItem> items) {}

    private final ClientsEditing editing;

    ClientsEditingResource(ClientsEditing editing) {
        this.editing = editing;
    }

    @POST
    @Path("clients:set-status")
    @Idempotent
    @RolesAllowed({Roles.OPERATOR, Roles.ADMIN})
    @Parameter(ref = "IdempotencyKey")
    @Operation(
            operationId = "setClientStatus",
            summary = "Move many clients to a status",
            description =
                    "As a person does it, one by one: a status that cannot be reached is rejected and the item says which can, and no source"
                            + " overwrites it.")
    @RequestBody(
            required = true,
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Statuses.class)))
    @APIResponse(
            responseCode = "200",
            description = "An outcome for each item",
            content = @Content(schema = @Schema(implementation = Bulk.Answer.class)))
    @APIResponse(
            responseCode = "422",
            description = "An item of an atomic request was rejected, so none is applied",
            content = @Content(schema = @Schema(implementation = Bulk.Answer.class)))
    public Response setStatus(@Valid @NotNull Bulk.Request body, @BeanParam @Valid Bulk.Options options) {
        return editing.patch(body.items(), "status", OF_STATUS, options.mode(), options.dryRun(), options.reason())
                .response(options.mode());
    }

    @POST
    @Path("clients:assign-owner")
    @Idempotent
    @RolesAllowed({Roles.OPERATOR, Roles.ADMIN})
    @Parameter(ref = "IdempotencyKey")
    @Operation(
            operationId = "assignClientOwner",
            summary = "Give many clients an owner",
            description = "As a person does it, one by one: no source overwrites it, and no rule counts before it.")
    @RequestBody(
            required = true,
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Owners.class)))
    @APIResponse(
            responseCode = "200",
            description = "An outcome for each item",
            content = @Content(schema = @Schema(implementation = Bulk.Answer.class)))
    @APIResponse(
            responseCode = "422",
            description = "An item of an atomic request was rejected, so none is applied",
            content = @Content(schema = @Schema(implementation = Bulk.Answer.class)))
    public Response assignOwner(@Valid @NotNull Bulk.Request body, @BeanParam @Valid Bulk.Options options) {
        return editing.patch(body.items(), "ownerEmail", OF_OWNER, options.mode(), options.dryRun(), options.reason())
                .response(options.mode());
    }
}
