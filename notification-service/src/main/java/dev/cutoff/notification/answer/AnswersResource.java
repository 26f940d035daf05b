package dev.cutoff.notification.answer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cutoff.commons.bulk.Bulk;
import dev.cutoff.commons.bulk.Outcome;
import dev.cutoff.commons.idempotency.Idempotent;
import dev.cutoff.commons.json.StrictJson;
import dev.cutoff.commons.page.CsvPages;
import dev.cutoff.commons.page.NdjsonPages;
import dev.cutoff.commons.page.Page;
import dev.cutoff.commons.page.Paging;
import dev.cutoff.commons.page.View;
import dev.cutoff.commons.precondition.Versioned;
import dev.cutoff.commons.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.Validator;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What people say about their clients, as systems read and send it. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Answers", description = "What people say about their clients: done, planned, not mine, need help")
class AnswersResource {

    /** For the contract only: one answer has its fields at the top. */
    @Schema(
            name = "AnswerRequest",
            description = "One answer with its fields at the top, or up to a thousand of them under `items`",
            oneOf = {AnswerContent.class, Many.class})
    interface Body {}

    @Schema(name = "AnswerItems", description = "Up to a thousand answers, each for itself")
    record Many(
            @NotNull @Size(min = 1, max = Bulk.MOST) @Schema(description = "The answers")
            List<AnswerContent> items) {}

    @Schema(
            name = "AnswersTaken",
            description = "The answer; of many, what became of each",
            oneOf = {Answer.class, Outcomes.class})
    interface TakenBody {}

    @Schema(name = "AnswerOutcomes", description = "What became of each of many answers")
    record Outcomes(
            @NotNull @Schema(description = "One outcome for each, in the order of the request")
            List<Outcome> items) {}

    private final Answers answers;
    private final AnswerRequests requests;
    private final ObjectMapper json;
    private final Validator validator;

    AnswersResource(Answers answers, AnswerRequests requests, ObjectMapper json, Validator validator) {
        this.answers = answers;
        this.requests = requests;
        this.json = json;
        this.validator = validator;
    }

    @GET
    @Path("answers")
    @Produces({MediaType.APPLICATION_JSON, CsvPages.MEDIA_TYPE, NdjsonPages.MEDIA_TYPE})
    @RolesAllowed({Roles.VIEWER, Roles.OPERATOR, Roles.ADMIN, Roles.SERVICE})
    @Operation(
            operationId = "listAnswers",
            summary = "List what people say about their clients",
            description =
                    "The answers that hold now, tenant by tenant unless sorted. What was said before stands in the history of each.")
    @APIResponse(responseCode = "200", description = "A page of answers")
    public Page<Answer> list(
            @BeanParam @Valid AnswerFilter filter, @BeanParam @Valid View view, @BeanParam @Valid Paging paging) {
        return answers.list(filter, view, paging);
    }

    @POST
    @Path("answers")
    @Idempotent
    @RolesAllowed({Roles.OPERATOR, Roles.ADMIN})
    @Parameter(ref = "IdempotencyKey")
    @Operation(
            operationId = "giveAnswers",
            summary = "Answer for a client",
            description =
                    "For a system in which people answer, with the same effect as the page that mails link to. One answer, or up to a thousand"
                            + " under `items`, each for itself. The same again is no news; another one takes the place of that before."
                            + " `done` ends reminders until the client is seen to use what stops, `planned` pauses them until the day, but"
                            + " never past the last on which something can be done, `not-mine` and `need-help` have others told. The tenant"
                            + " is planned anew at once.")
    @RequestBody(
            required = true,
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Body.class)))
    @APIResponse(
            responseCode = "200",
            description =
                    "The answer, which took the place of another or says nothing new; of many, an outcome for each",
            content = @Content(schema = @Schema(implementation = TakenBody.class)))
    @APIResponse(
            responseCode = "201",
            description = "The answer is new",
            headers =
                    @Header(
                            name = "Location",
                            description = "Where it is",
                            schema = @Schema(implementation = String.class)),
            content = @Content(schema = @Schema(implementation = Answer.class)))
    @APIResponse(responseCode = "404", ref = "NotFound")
    @APIResponse(responseCode = "422", ref = "Unprocessable")
    public Response give(
            @NotNull JsonNode body,
            @Parameter(description = "Why, for the audit trail", example = "INC0042011")
                    @QueryParam("reason")
                    @Size(max = 500) @Nullable String reason) {
        if (body.has("items")) {
            var many = StrictJson.read(json, validator, body, Bulk.Request.class, "");
            return Response.ok(new Outcomes(requests.take(many.items(), reason)))
                    .build();
        }
        var taken = requests.take(body, reason);
        var answer = taken.answer();
        var response = taken.outcome() == Outcome.Kind.CREATED
                ? Response.created(URI.create("/v1/answers/" + answer.id()))
                : Response.ok();
        return response.entity(answer).tag(Versioned.tag(answer.version())).build();
    }
}
