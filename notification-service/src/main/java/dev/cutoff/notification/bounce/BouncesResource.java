package dev.cutoff.notification.bounce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cutoff.commons.bulk.Bulk;
import dev.cutoff.commons.idempotency.Idempotent;
import dev.cutoff.commons.json.StrictJson;
import dev.cutoff.commons.problem.ProblemType;
import dev.cutoff.commons.problem.Refusal;
import dev.cutoff.commons.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Validator;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Where what did not arrive is reported. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Bounces", description = "Mails that did not arrive")
class BouncesResource {

    /** For the contract only: one bounce has its fields at the top. */
    @Schema(
            name = "BounceRequest",
            description = "One bounce with its fields at the top, or up to a thousand of them under `items`",
            oneOf = {BounceReport.class, Many.class})
    interface Body {}

    @Schema(name = "BounceItems", description = "Up to a thousand bounces, each for itself")
    record Many(
            @NotNull @Size(min = 1, max = Bulk.MOST) @Schema(description = "The bounces")
            List<BounceReport> items) {}

    @Schema(name = "BounceAnswer", description = "What became of each")
    record Answer(
            @NotNull @Schema(description = "One outcome for each, in the order of the request")
            List<BounceOutcome> items) {}

    private static final String MAIL = "message/rfc822";
    /** As long as ours are, with a report around it. */
    private static final int LONGEST_MAIL = 2 * 1024 * 1024;

    private final Bounces bounces;
    private final ObjectMapper json;
    private final Validator validator;

    BouncesResource(Bounces bounces, ObjectMapper json, Validator validator) {
        this.bounces = bounces;
        this.json = json;
        this.validator = validator;
    }

    @POST
    @Path("bounces")
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.OPERATOR, Roles.ADMIN})
    @Parameter(ref = "IdempotencyKey")
    @Operation(
            operationId = "reportBounces",
            summary = "Report mail that did not arrive",
            description =
                    "One bounce, many under `items`, or a delivery status mail (RFC 3464) as it came. A hard one makes the person unreachable in"
                            + " the tenants that the token sees, too many soft ones do; then others are told instead. The notice has"
                            + " `failed`, or goes out once more after a while if the bounce was soft; that takes a token that sees all its"
                            + " tenants. Of mails only what is about a mail of ours counts: absence notices and other mails are ignored,"
                            + " and say why.")
    @RequestBody(
            required = true,
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Body.class)),
                @Content(
                        mediaType = MAIL,
                        schema = @Schema(type = SchemaType.STRING, maxLength = LONGEST_MAIL),
                        example =
                                "Content-Type: multipart/report; report-type=delivery-status; boundary=x\r\n\r\n--x\r\n...")
            })
    @APIResponse(
            responseCode = "200",
            description = "What became of each",
            content = @Content(schema = @Schema(implementation = Answer.class)))
    @APIResponse(responseCode = "404", ref = "NotFound")
    public Response report(@NotNull JsonNode body) {
        var outcomes = body.has("items")
                ? bounces.take(StrictJson.read(json, validator, body, Bulk.Request.class, "")
                        .items())
                : bounces.take(body);
        return Response.ok(new Answer(outcomes)).build();
    }

    @POST
    @Path("bounces")
    @Consumes(MAIL)
    @RolesAllowed({Roles.OPERATOR, Roles.ADMIN})
    @Operation(hidden = true)
    public Answer read(byte[] body) {
        if (body.length > LONGEST_MAIL) {
            throw new Refusal(ProblemType.TOO_LARGE, "A report may have " + LONGEST_MAIL + " bytes");
        }
        return new Answer(bounces.read(body));
    }
}
