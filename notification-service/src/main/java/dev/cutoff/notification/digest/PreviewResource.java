package dev.cutoff.notification.digest;

import dev.cutoff.commons.security.Roles;
import dev.cutoff.notification.message.MailParts;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Variant;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The mail of a notice, to look at. */
@Path("/v1")
@RunOnVirtualThread
@Tag(name = "Notices")
class PreviewResource {

    private static final String MAIL = "message/rfc822";
    private static final MediaType HTML = MediaType.TEXT_HTML_TYPE.withCharset("UTF-8");
    private static final MediaType TEXT = MediaType.TEXT_PLAIN_TYPE.withCharset("UTF-8");

    private final Preview preview;

    PreviewResource(Preview preview) {
        this.preview = preview;
    }

    @GET
    @Path("notices/{id}/preview")
    @Produces({MediaType.TEXT_HTML, MediaType.TEXT_PLAIN, MAIL})
    @RolesAllowed({Roles.VIEWER, Roles.OPERATOR, Roles.ADMIN, Roles.SERVICE})
    @Operation(
            operationId = "previewNotice",
            summary = "Look at the mail of a notice",
            description =
                    "As it was sent; before, as it would be sent now. By `Accept` as HTML, as text, or as the whole mail with the files"
                            + " that are attached (`message/rfc822`, to save as .eml). 404 where the token does not see every tenant"
                            + " that the mail is about.")
    @APIResponse(
            responseCode = "200",
            description = "The mail",
            content = {
                @Content(mediaType = MediaType.TEXT_HTML, schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = MediaType.TEXT_PLAIN, schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = MAIL, schema = @Schema(type = SchemaType.STRING))
            })
    @APIResponse(responseCode = "406", ref = "NotAcceptable")
    public Response preview(
            @Parameter(description = "Id of the notice", example = "5b0a3c8e-6b3f-4d52-9a4e-1c3d6f1b2a90")
                    @PathParam("id")
                    UUID id,
            @Context Request request) {
        var variant = request.selectVariant(
                Variant.mediaTypes(MediaType.TEXT_HTML_TYPE, MediaType.TEXT_PLAIN_TYPE, MediaType.valueOf(MAIL))
                        .build());
        if (variant == null) {
            throw new NotAcceptableException();
        }
        return answer(id, variant.getMediaType(), preview.of(id));
    }

    private static Response answer(UUID id, MediaType wanted, MailParts mail) {
        if (wanted.isCompatible(MediaType.TEXT_HTML_TYPE)) {
            // What clients say of themselves is in there: nothing of it may run or load.
            return Response.ok(mail.html().getBytes(StandardCharsets.UTF_8), HTML)
                    .header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'")
                    .build();
        }
        return wanted.isCompatible(MediaType.TEXT_PLAIN_TYPE)
                ? Response.ok(mail.text().getBytes(StandardCharsets.UTF_8), TEXT)
                        .build()
                : Response.ok(mail.mime(), MAIL)
                        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"notice-%s.eml\"".formatted(id))
                        .build();
    }
}
