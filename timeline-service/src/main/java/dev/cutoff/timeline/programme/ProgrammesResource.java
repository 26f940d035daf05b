package dev.cutoff.timeline.programme;

import dev.cutoff.commons.idempotency.Idempotent;
import dev.cutoff.commons.page.CsvPages;
import dev.cutoff.commons.page.NdjsonPages;
import dev.cutoff.commons.page.Page;
import dev.cutoff.commons.page.Paging;
import dev.cutoff.commons.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
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
    private final ProgrammeChanges changes;

    ProgrammesResource(Programmes programmes, ProgrammeChanges changes) {
        this.programmes = programmes;
        this.changes = changes;
    }

    @GET
    @Path("programmes")
    @Produces({MediaType.APPLICATION_JSON, CsvPages.MEDIA_TYPE, NdjsonPages.MEDIA_TYPE})
    @RolesAllowed({Roles.VIEWER, Roles.OPERATOR, Roles.ADMIN, Roles.SERVICE})
    @Operation(
            operationId = "listProgrammes",
            summary = "List the programmes",
            description =
                    "Everything whose retirement the catalogue knows, by id unless sorted, with what was announced by the end of a day."
                            + " One of which nothing was known yet is listed with no revision.")
    @APIResponse(responseCode = "200", description = "A page of programmes")
    public Page<ProgrammeSummary> list(
            @Parameter(
                            description = "As they were known by the end of this day (UTC); today unless given",
                            example = "2022-06-01")
                    @QueryParam("knownOn")
                    @Nullable LocalDate knownOn,
            @BeanParam @Valid Paging paging) {
        return programmes.list(knownOn, paging);
    }

    @POST
    @Path("programmes")
    @Idempotent
    @RolesAllowed(Roles.ADMIN)
    @Parameter(ref = "IdempotencyKey")
    @Operation(
            operationId = "createProgramme",
            summary = "Start a programme",
            description =
                    "For a retirement that no catalogue file speaks of; what was announced about it is then posted to its revisions. Needs a"
                            + " token that sees all tenants.")
    @APIResponse(
            responseCode = "201",
            description = "The programme, with nothing announced yet",
            content = @Content(schema = @Schema(implementation = ProgrammeView.class)))
    @APIResponse(responseCode = "409", ref = "Conflict")
    public Response create(@Valid @NotNull NewProgramme body) {
        changes.create(body);
        return Response.created(URI.create("/v1/programmes/" + body.id()))
                .entity(programmes.written(body.id()))
                .build();
    }

    @POST
    @Path("programmes/{id}:check")
    @RolesAllowed(Roles.ADMIN)
    @Operation(
            operationId = "checkProgramme",
            summary = "Note that a programme was compared with what the vendor says",
            description =
                    "Every answer says when that last happened, and warns when it was more than 30 days ago. Needs a token that sees all"
                            + " tenants.")
    @APIResponse(responseCode = "200", description = "The programme")
    public ProgrammeView check(
            @Parameter(description = "Id of the programme", example = "exchange-online-basic-auth") @PathParam("id")
                    String id,
            @RequestBody(required = false) @Valid NewProgramme.@Nullable Checked body) {
        changes.check(id, body == null ? null : body.checkedOn());
        return programmes.written(id);
    }

    @GET
    @Path("protocols")
    @Produces({MediaType.APPLICATION_JSON, CsvPages.MEDIA_TYPE, NdjsonPages.MEDIA_TYPE})
    @RolesAllowed({Roles.VIEWER, Roles.OPERATOR, Roles.ADMIN, Roles.SERVICE})
    @Operation(
            operationId = "listProtocols",
            summary = "List the protocols",
            description =
                    "Every protocol that the suite has a name for, by that name, with the programmes that speak of it.")
    @APIResponse(responseCode = "200", description = "A page of protocols")
    public Page<ProtocolView> protocols(@BeanParam @Valid Paging paging) {
        return programmes.protocols(paging);
    }

    @GET
    @Path("programmes/{id}/revisions")
    @Produces({MediaType.APPLICATION_JSON, CsvPages.MEDIA_TYPE, NdjsonPages.MEDIA_TYPE})
    @RolesAllowed({Roles.VIEWER, Roles.OPERATOR, Roles.ADMIN, Roles.SERVICE})
    @Operation(
            operationId = "listRevisions",
            summary = "List what was announced",
            description = "The revisions of a programme that were announced by the end of a day, oldest first.")
    @APIResponse(responseCode = "200", description = "A page of revisions")
    public Page<RevisionView> revisions(
            @Parameter(description = "Id of the programme", example = "exchange-online-basic-auth") @PathParam("id")
                    String id,
            @Parameter(
                            description = "Those announced by the end of this day (UTC); today unless given",
                            example = "2022-06-01")
                    @QueryParam("knownOn")
                    @Nullable LocalDate knownOn,
            @BeanParam @Valid Paging paging) {
        return programmes.revisions(id, knownOn, paging);
    }

    @GET
    @Path("programmes/{id}/revisions/{revision}")
    @RolesAllowed({Roles.VIEWER, Roles.OPERATOR, Roles.ADMIN, Roles.SERVICE})
    @Operation(
            operationId = "getRevision",
            summary = "Read a revision",
            description = "What the vendor announced on one day.")
    @APIResponse(responseCode = "200", description = "The revision")
    public RevisionView revision(
            @Parameter(description = "Id of the programme", example = "exchange-online-basic-auth") @PathParam("id")
                    String id,
            @Parameter(
                            description =
                                    "Day of the announcement; with its number behind a dot if it is not the first of that day",
                            example = "2022-09-01")
                    @PathParam("revision")
                    String revision) {
        return programmes.revision(id, revision);
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
