package dev.cutoff.timeline.calendar;

import dev.cutoff.commons.precondition.Versioned;
import dev.cutoff.commons.problem.Invalid;
import dev.cutoff.commons.problem.Refusal;
import dev.cutoff.commons.security.Callers;
import dev.cutoff.commons.security.Roles;
import dev.cutoff.timeline.rule.Protocol;
import dev.cutoff.timeline.tenant.Tenant;
import dev.cutoff.timeline.tenant.Tenants;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirementsSet;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The calendars themselves. */
@Path("/v1")
@RunOnVirtualThread
@Tag(name = "Calendars", description = "Cutoffs and decision deadlines as calendars (iCalendar, RFC 5545)")
class CalendarResource {

    static final String MEDIA_TYPE = "text/calendar";

    private final Calendars calendars;
    private final CalendarLinks links;
    private final Tenants tenants;
    private final Callers callers;

    CalendarResource(Calendars calendars, CalendarLinks links, Tenants tenants, Callers callers) {
        this.calendars = calendars;
        this.links = links;
        this.tenants = tenants;
        this.callers = callers;
    }

    @GET
    @Path("tenants/{id}/calendar.ics")
    @Produces(MEDIA_TYPE)
    @RolesAllowed({Roles.VIEWER, Roles.OPERATOR, Roles.ADMIN, Roles.SERVICE})
    @Operation(
            operationId = "getTenantCalendar",
            summary = "Read the calendar of a tenant",
            description =
                    "An all-day event for each cutoff, or for the days on which it may be, and for each day by which to decide. UIDs stay, and"
                            + " SEQUENCE rises when a date moves.")
    @APIResponse(
            responseCode = "200",
            description = "The calendar",
            content = @Content(mediaType = MEDIA_TYPE, schema = @Schema(implementation = String.class)))
    @APIResponse(responseCode = "304", description = "It is as it was")
    public Response ofTenant(
            @Parameter(description = "Id of the tenant", example = "8bb6f14a-714e-4fdc-89f6-05418818a00b")
                    @PathParam("id")
                    UUID id,
            @Parameter(description = "Only these programmes", example = "exchange-online-basic-auth")
                    @QueryParam("programme")
                    List<String> programmes,
            @Parameter(description = "Only these protocols", example = "imap") @QueryParam("protocol")
                    List<Protocol> protocols,
            @Context Request request) {
        var choice = choice(programmes, protocols);
        var tenant = tenants.require(id);
        return answer(request, calendars.of("Cutoff: " + tenant.name(), List.of(tenant), choice));
    }

    @GET
    @Path("calendar.ics")
    @Produces(MEDIA_TYPE)
    @RolesAllowed({Roles.VIEWER, Roles.OPERATOR, Roles.ADMIN, Roles.SERVICE})
    @Operation(
            operationId = "getCalendar",
            summary = "Read the calendar of several tenants",
            description =
                    "The same for a chosen set of up to 200 tenants; without `tenant`, of all that the token may see.")
    @APIResponse(
            responseCode = "200",
            description = "The calendar",
            content = @Content(mediaType = MEDIA_TYPE, schema = @Schema(implementation = String.class)))
    @APIResponse(responseCode = "304", description = "It is as it was")
    public Response ofSet(
            @Parameter(description = "Only these tenants", example = "8bb6f14a-714e-4fdc-89f6-05418818a00b")
                    @QueryParam("tenant")
                    @Size(max = Calendars.MOST_TENANTS) List<UUID> ids,
            @Parameter(description = "Only these programmes", example = "exchange-online-basic-auth")
                    @QueryParam("programme")
                    List<String> programmes,
            @Parameter(description = "Only these protocols", example = "imap") @QueryParam("protocol")
                    List<Protocol> protocols,
            @Context Request request) {
        var choice = choice(programmes, protocols);
        Collection<Tenant> chosen = ids.isEmpty()
                ? tenants.next(callers.scope(), null, false, Calendars.MOST_TENANTS + 1)
                : ids.stream().distinct().map(tenants::require).toList();
        return answer(request, calendars.of("Cutoff", chosen, choice));
    }

    @GET
    @Path("calendar-links/{id}/calendar.ics")
    @Produces(MEDIA_TYPE)
    @PermitAll
    @SecurityRequirementsSet
    @Operation(
            operationId = "subscribeCalendar",
            summary = "Read the calendar behind a link",
            description =
                    "For calendar programmes, which send no token: the key in the address opens this calendar and nothing else, until it is"
                            + " revoked or over.")
    @APIResponse(
            responseCode = "200",
            description = "The calendar",
            content = @Content(mediaType = MEDIA_TYPE, schema = @Schema(implementation = String.class)))
    @APIResponse(responseCode = "304", description = "It is as it was")
    public Response ofLink(
            @Parameter(description = "Id of the link", example = "c3a1d5a2-93b8-4c8e-a1d2-7f0e6b9c4a10")
                    @PathParam("id")
                    UUID id,
            @Parameter(
                            description = "Key of the link",
                            required = true,
                            example = "eyJ0eXAiOiJKV1QiLCJhbGciOiJIUzI1NiJ9.e30.x")
                    @QueryParam("key")
                    @Size(max = 2000) @Nullable String key,
            @Context Request request) {
        if (key == null) {
            throw Refusal.invalid(List.of(Invalid.parameter("key", "must be given")));
        }
        return answer(request, links.open(id, key));
    }

    private CalendarChoice choice(List<String> programmes, List<Protocol> protocols) {
        var choice = new CalendarChoice(Set.copyOf(programmes), Set.copyOf(protocols));
        calendars.validate(choice);
        return choice;
    }

    /** Programmes ask every few hours whether anything is new: the tag spares them the text. */
    private static Response answer(Request request, String calendar) {
        return Versioned.answer(
                request,
                new EntityTag(IcsText.fingerprint(calendar)),
                () -> Response.ok(calendar, MEDIA_TYPE + ";charset=UTF-8")
                        .header("Content-Disposition", "inline; filename=\"cutoff.ics\""));
    }
}
