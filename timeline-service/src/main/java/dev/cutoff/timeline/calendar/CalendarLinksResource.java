package dev.cutoff.timeline.calendar;

import dev.cutoff.commons.idempotency.Idempotent;
import dev.cutoff.commons.page.CsvPages;
import dev.cutoff.commons.page.NdjsonPages;
import dev.cutoff.commons.page.Page;
import dev.cutoff.commons.page.Paging;
import dev.cutoff.commons.precondition.Versioned;
import dev.cutoff.commons.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The links by which calendars are subscribed to. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Calendars")
class CalendarLinksResource {

    private final CalendarLinks links;

    CalendarLinksResource(CalendarLinks links) {
        this.links = links;
    }

    @POST
    @Path("calendar-links")
    @Idempotent
    @RolesAllowed({Roles.OPERATOR, Roles.ADMIN})
    @Parameter(ref = "IdempotencyKey")
    @Operation(
            operationId = "createCalendarLink",
            summary = "Make a link to subscribe to",
            description =
                    "The answer holds the address, this once. Whoever has it reads the calendar of these tenants without a token, and nothing"
                            + " else, until it is revoked or over.")
    @APIResponse(
            responseCode = "201",
            description = "The link and its address",
            content = @Content(schema = @Schema(implementation = CalendarLink.Made.class)))
    @APIResponse(responseCode = "404", ref = "NotFound")
    public Response make(@Valid @NotNull NewCalendarLink body, @Context UriInfo uri) {
        var made = links.make(body);
        var address = uri.getBaseUriBuilder()
                .path("v1/calendar-links/{id}/calendar.ics")
                .queryParam("key", made.key())
                .build(made.link().id());
        return Response.created(URI.create("/v1/calendar-links/" + made.link().id()))
                .entity(new CalendarLink.Made(made.link(), address.toString()))
                .build();
    }

    @GET
    @Path("calendar-links")
    @Produces({MediaType.APPLICATION_JSON, CsvPages.MEDIA_TYPE, NdjsonPages.MEDIA_TYPE})
    @RolesAllowed({Roles.VIEWER, Roles.OPERATOR, Roles.ADMIN, Roles.SERVICE})
    @Operation(
            operationId = "listCalendarLinks",
            summary = "List the links to calendars",
            description =
                    "Those of which the token may see all tenants, revoked ones included; without their addresses.")
    @APIResponse(responseCode = "200", description = "A page of links")
    public Page<CalendarLink> list(@BeanParam @Valid Paging paging) {
        return links.list(paging);
    }

    @GET
    @Path("calendar-links/{id}")
    @RolesAllowed({Roles.VIEWER, Roles.OPERATOR, Roles.ADMIN, Roles.SERVICE})
    @Operation(
            operationId = "getCalendarLink",
            summary = "Read a link to a calendar",
            description = "Without its address, with its version as ETag.")
    @APIResponse(
            responseCode = "200",
            description = "The link",
            content = @Content(schema = @Schema(implementation = CalendarLink.class)))
    public Response get(
            @Parameter(description = "Id of the link", example = "c3a1d5a2-93b8-4c8e-a1d2-7f0e6b9c4a10")
                    @PathParam("id")
                    UUID id) {
        return answer(links.get(id));
    }

    @POST
    @Path("calendar-links/{id}:revoke")
    @RolesAllowed({Roles.OPERATOR, Roles.ADMIN})
    @Operation(
            operationId = "revokeCalendarLink",
            summary = "Revoke a link to a calendar",
            description = "Its address opens nothing from now on.")
    @APIResponse(
            responseCode = "200",
            description = "The link",
            content = @Content(schema = @Schema(implementation = CalendarLink.class)))
    @APIResponse(responseCode = "409", ref = "Conflict")
    @APIResponse(responseCode = "412", ref = "PreconditionFailed")
    @APIResponse(responseCode = "428", ref = "PreconditionRequired")
    public Response revoke(
            @Parameter(description = "Id of the link", example = "c3a1d5a2-93b8-4c8e-a1d2-7f0e6b9c4a10")
                    @PathParam("id")
                    UUID id,
            @Parameter(description = "ETag of the version that the decision is based on", example = "\"1\"")
                    @HeaderParam(HttpHeaders.IF_MATCH)
                    @Nullable String ifMatch,
            @RequestBody(required = false) @Valid NewCalendarLink.@Nullable Revocation body) {
        return answer(links.revoke(id, ifMatch, body == null ? null : body.reason()));
    }

    private static Response answer(CalendarLink link) {
        return Response.ok(link).tag(Versioned.tag(link.version())).build();
    }
}
