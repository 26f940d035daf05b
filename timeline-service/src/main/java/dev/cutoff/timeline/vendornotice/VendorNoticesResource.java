package dev.cutoff.timeline.vendornotice;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cutoff.commons.idempotency.Idempotent;
import dev.cutoff.commons.json.StrictJson;
import dev.cutoff.commons.page.CsvPages;
import dev.cutoff.commons.page.NdjsonPages;
import dev.cutoff.commons.page.Page;
import dev.cutoff.commons.page.Paging;
import dev.cutoff.commons.security.Roles;
import dev.cutoff.timeline.rule.Protocol;
import dev.cutoff.timeline.rule.VendorNoticeKind;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.Validator;
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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The vendor notices of one tenant. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Vendor notices", description = "What the vendor says to one tenant")
class VendorNoticesResource {

    private final VendorNotices notices;
    private final Posts posts;
    private final ObjectMapper json;
    private final Validator validator;

    VendorNoticesResource(VendorNotices notices, Posts posts, ObjectMapper json, Validator validator) {
        this.notices = notices;
        this.posts = posts;
        this.json = json;
        this.validator = validator;
    }

    @POST
    @Path("tenants/{id}/vendor-notices")
    @Idempotent
    @RolesAllowed({Roles.OPERATOR, Roles.ADMIN})
    @Parameter(ref = "IdempotencyKey")
    @Operation(
            operationId = "tellVendorNotice",
            summary = "Tell of a vendor notice",
            description =
                    "It is believed, also where it contradicts the rules or an exemption. The same message, kind and day again is the"
                            + " same notice and answered with 200; another day makes another notice, and the one published last holds. The body"
                            + " may also be a `serviceUpdateMessage` of Microsoft Graph, or a page of them: then the answer is a post with what"
                            + " was recognised, filed as a notice where the text is plain; no day is ever made up, and what is not plain waits for"
                            + " a person.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema =
                                    @Schema(
                                            oneOf = {
                                                NewVendorNotice.class,
                                                GraphMessage.class,
                                                GraphMessage.Collection.class
                                            })))
    @APIResponse(
            responseCode = "201",
            description = "It is on file now",
            content = @Content(schema = @Schema(oneOf = {VendorNoticeView.class, RecordedPost.class})))
    @APIResponse(
            responseCode = "202",
            description = "The message is no vendor notice, or not plainly one: it is on file as a post",
            content = @Content(schema = @Schema(implementation = RecordedPost.class)))
    @APIResponse(
            responseCode = "200",
            description = "It was on file already; or what was made of each message of a page",
            content =
                    @Content(
                            schema =
                                    @Schema(
                                            oneOf = {
                                                VendorNoticeView.class,
                                                RecordedPost.class,
                                                RecordedPost.Answer.class
                                            })))
    public Response tell(
            @Parameter(description = "Id of the tenant", example = "8bb6f14a-714e-4fdc-89f6-05418818a00b")
                    @PathParam("id")
                    UUID id,
            @NotNull JsonNode body) {
        return GraphMessage.isOne(body)
                ? received(id, body)
                : told(id, StrictJson.read(json, validator, body, NewVendorNotice.class, ""));
    }

    private Response told(UUID id, NewVendorNotice notice) {
        var told = notices.tell(id, notice);
        var location = URI.create(
                "/v1/tenants/%s/vendor-notices/%s".formatted(id, told.notice().id()));
        return (told.isNew() ? Response.created(location) : Response.ok().location(location))
                .entity(told.notice())
                .build();
    }

    private Response received(UUID id, JsonNode body) {
        var received = posts.receive(id, GraphMessage.posts(body));
        if (GraphMessage.isPage(body)) {
            return Response.ok(new RecordedPost.Answer(
                            received.stream().map(Posts.Received::post).toList()))
                    .build();
        }
        var post = received.getFirst().post();
        var status = !received.getFirst().isNew() ? 200 : post.state() == PostState.FILED ? 201 : 202;
        return Response.status(status)
                .location(URI.create("/v1/posts/" + post.id()))
                .entity(post)
                .build();
    }

    @GET
    @Path("tenants/{id}/vendor-notices")
    @Produces({MediaType.APPLICATION_JSON, CsvPages.MEDIA_TYPE, NdjsonPages.MEDIA_TYPE})
    @RolesAllowed({Roles.VIEWER, Roles.OPERATOR, Roles.ADMIN, Roles.SERVICE})
    @Operation(
            operationId = "listVendorNotices",
            summary = "List the vendor notices of a tenant",
            description = "Everything that the vendor is known to have said to it.")
    @APIResponse(responseCode = "200", description = "A page of vendor notices")
    public Page<VendorNoticeView> list(
            @Parameter(description = "Id of the tenant", example = "8bb6f14a-714e-4fdc-89f6-05418818a00b")
                    @PathParam("id")
                    UUID id,
            @Parameter(description = "Only of this programme", example = "exchange-online-basic-auth")
                    @QueryParam("programme")
                    @Nullable String programme,
            @Parameter(description = "Only about this protocol", example = "imap") @QueryParam("protocol") @Nullable Protocol protocol,
            @Parameter(description = "Only of this kind", example = "scheduled") @QueryParam("kind") @Nullable VendorNoticeKind kind,
            @BeanParam @Valid Paging paging) {
        return notices.list(id, programme, protocol, kind, paging);
    }

    @GET
    @Path("tenants/{id}/vendor-notices/{notice}")
    @RolesAllowed({Roles.VIEWER, Roles.OPERATOR, Roles.ADMIN, Roles.SERVICE})
    @Operation(
            operationId = "getVendorNotice",
            summary = "Read a vendor notice",
            description = "The notice as it is on file.")
    @APIResponse(responseCode = "200", description = "The vendor notice")
    public VendorNoticeView get(
            @Parameter(description = "Id of the tenant", example = "8bb6f14a-714e-4fdc-89f6-05418818a00b")
                    @PathParam("id")
                    UUID id,
            @Parameter(description = "Id of the vendor notice", example = "1d1f0b5f-91a5-4a2b-8f6f-5d9b2c6f7e10")
                    @PathParam("notice")
                    UUID notice) {
        return notices.get(id, notice);
    }
}
