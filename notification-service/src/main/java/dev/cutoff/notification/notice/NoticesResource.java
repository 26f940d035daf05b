package dev.cutoff.notification.notice;

import dev.cutoff.commons.page.CsvPages;
import dev.cutoff.commons.page.NdjsonPages;
import dev.cutoff.commons.page.Page;
import dev.cutoff.commons.page.Paging;
import dev.cutoff.commons.precondition.Versioned;
import dev.cutoff.commons.security.Roles;
import dev.cutoff.notification.reminder.Status;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The notices, all and one; they are planned and sent, never written by a caller. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Notices", description = "Mails to people about what stops for them")
class NoticesResource {

    private final Notices notices;

    NoticesResource(Notices notices) {
        this.notices = notices;
    }

    @GET
    @Path("notices")
    @Produces({MediaType.APPLICATION_JSON, CsvPages.MEDIA_TYPE, NdjsonPages.MEDIA_TYPE})
    @RolesAllowed({Roles.VIEWER, Roles.OPERATOR, Roles.ADMIN, Roles.SERVICE})
    @Operation(
            operationId = "listNotices",
            summary = "List notices",
            description =
                    "By day unless sorted. A token sees a notice if it sees one of its tenants, and of it the items of those"
                            + " tenants that it sees.")
    @APIResponse(responseCode = "200", description = "A page of notices")
    public Page<Notice> list(
            @Parameter(description = "Only those that have come this far", example = "held")
                    @QueryParam("status")
                    @Nullable Status status,
            @Parameter(description = "Only those to this mail address", example = "nao.kato@contoso.example")
                    @QueryParam("recipient")
                    @Size(max = 254) @Nullable String recipient,
            @Parameter(description = "Only those about this tenant", example = "8bb6f14a-714e-4fdc-89f6-05418818a00b")
                    @QueryParam("tenant")
                    @Nullable UUID tenant,
            @Parameter(description = "Only those of this day or later", example = "2022-09-01")
                    @QueryParam("from")
                    @Nullable LocalDate from,
            @Parameter(description = "Only those of this day or earlier", example = "2022-09-30")
                    @QueryParam("to")
                    @Nullable LocalDate to,
            @BeanParam @Valid Paging paging) {
        var person = recipient == null ? null : recipient.toLowerCase(Locale.ROOT);
        return notices.list(new NoticeStore.Filter(status, person, tenant, from, to), paging);
    }

    @GET
    @Path("notices/{id}")
    @RolesAllowed({Roles.VIEWER, Roles.OPERATOR, Roles.ADMIN, Roles.SERVICE})
    @Operation(
            operationId = "getNotice",
            summary = "Read a notice",
            description = "What it tells and why, and what became of each attempt to send it.")
    @APIResponse(
            responseCode = "200",
            description = "The notice",
            content = @Content(schema = @Schema(implementation = Notice.class)))
    @APIResponse(responseCode = "304", description = "The caller has this version already")
    public Response get(
            @Parameter(description = "Id of the notice", example = "5b0a3c8e-6b3f-4d52-9a4e-1c3d6f1b2a90")
                    @PathParam("id")
                    UUID id,
            @Context Request request) {
        var notice = notices.get(id);
        return Versioned.answer(request, notice, notice.version());
    }
}
