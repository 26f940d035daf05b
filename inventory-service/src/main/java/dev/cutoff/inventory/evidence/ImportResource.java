package dev.cutoff.inventory.evidence;

import dev.cutoff.commons.page.CsvPages;
import dev.cutoff.commons.page.NdjsonPages;
import dev.cutoff.commons.page.Page;
import dev.cutoff.commons.page.Paging;
import dev.cutoff.commons.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** One import. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Imports")
class ImportResource {

    private final Imports imports;

    ImportResource(Imports imports) {
        this.imports = imports;
    }

    @GET
    @Path("imports/{id}")
    @RolesAllowed({Roles.VIEWER, Roles.OPERATOR, Roles.ADMIN, Roles.SERVICE})
    @Operation(
            operationId = "getImport",
            summary = "Read an import",
            description = "Where it stands, and what became of its rows.")
    @APIResponse(responseCode = "200", description = "The import")
    public Import get(
            @Parameter(description = "Id of the import", example = "5d0c1f6e-0b4f-4f57-9d3c-3b0f3f8b7a10")
                    @PathParam("id")
                    UUID id) {
        return imports.get(id);
    }

    @GET
    @Path("imports/{id}/errors")
    @Produces({MediaType.APPLICATION_JSON, CsvPages.MEDIA_TYPE, NdjsonPages.MEDIA_TYPE})
    @RolesAllowed({Roles.VIEWER, Roles.OPERATOR, Roles.ADMIN, Roles.SERVICE})
    @Operation(
            operationId = "listImportErrors",
            summary = "List what was not taken",
            description = "Each record that was rejected, with its line and the reason, in the order of the lines.")
    @APIResponse(responseCode = "200", description = "A page of errors")
    public Page<ImportError> errors(
            @Parameter(description = "Id of the import", example = "5d0c1f6e-0b4f-4f57-9d3c-3b0f3f8b7a10")
                    @PathParam("id")
                    UUID id,
            @BeanParam @Valid Paging paging) {
        return imports.errors(id, paging);
    }

    @POST
    @Path("imports/{id}:cancel")
    @RolesAllowed({Roles.OPERATOR, Roles.ADMIN})
    @Operation(
            operationId = "cancelImport",
            summary = "Cancel an import",
            description =
                    "One that waits ends at once, one that is being merged at the next step, which undoes what was done; what is over"
                            + " stays.")
    @APIResponse(responseCode = "200", description = "The import as it stands now")
    @APIResponse(responseCode = "409", ref = "Conflict")
    public Import cancel(
            @Parameter(description = "Id of the import", example = "5d0c1f6e-0b4f-4f57-9d3c-3b0f3f8b7a10")
                    @PathParam("id")
                    UUID id) {
        return imports.cancel(id);
    }
}
