package dev.cutoff.timeline.programme;

import dev.cutoff.commons.page.CsvPages;
import dev.cutoff.commons.page.Page;
import dev.cutoff.commons.page.Paging;
import dev.cutoff.commons.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What the catalogue holds. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Programmes", description = "Vendors' retirements, and every date that was ever announced for them")
class ProgrammesResource {

    private final Programmes programmes;

    ProgrammesResource(Programmes programmes) {
        this.programmes = programmes;
    }

    @GET
    @Path("programmes")
    @Produces({MediaType.APPLICATION_JSON, CsvPages.MEDIA_TYPE})
    @RolesAllowed({Roles.VIEWER, Roles.OPERATOR, Roles.ADMIN, Roles.SERVICE})
    @Operation(
            operationId = "listProgrammes",
            summary = "List the programmes",
            description = "Everything whose retirement the catalogue knows, by id unless sorted.")
    @APIResponse(responseCode = "200", description = "A page of programmes")
    public Page<ProgrammeSummary> list(@BeanParam @Valid Paging paging) {
        return programmes.list(paging);
    }

    @GET
    @Path("programmes/{id}")
    @RolesAllowed({Roles.VIEWER, Roles.OPERATOR, Roles.ADMIN, Roles.SERVICE})
    @Operation(
            operationId = "getProgramme",
            summary = "Read a programme",
            description =
                    "With every revision that was announced by the end of a day, word for word as it holds for tenants.")
    @APIResponse(responseCode = "200", description = "The programme")
    public ProgrammeView get(
            @Parameter(description = "Id of the programme", example = "exchange-online-basic-auth") @PathParam("id")
                    String id,
            @Parameter(
                            description = "As it was known by the end of this day (UTC); today unless given",
                            example = "2022-06-01")
                    @QueryParam("knownOn")
                    @Nullable LocalDate knownOn) {
        return programmes.get(id, knownOn);
    }
}
