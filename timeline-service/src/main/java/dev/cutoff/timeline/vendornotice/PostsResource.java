package dev.cutoff.timeline.vendornotice;

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
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Message Center posts, and what people decide about those that say nothing plain. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Posts", description = "Message Center posts, and what was made of each")
class PostsResource {

    private final Posts posts;

    PostsResource(Posts posts) {
        this.posts = posts;
    }

    @GET
    @Path("posts")
    @Produces({MediaType.APPLICATION_JSON, CsvPages.MEDIA_TYPE, NdjsonPages.MEDIA_TYPE})
    @RolesAllowed({Roles.VIEWER, Roles.OPERATOR, Roles.ADMIN, Roles.SERVICE})
    @Operation(
            operationId = "listPosts",
            summary = "List Message Center posts",
            description =
                    "Of the tenants that the token may see, with what was made of each. `state=waiting` are those of which a person must say"
                            + " what they mean.")
    @APIResponse(responseCode = "200", description = "A page of posts")
    public Page<RecordedPost> list(
            @Parameter(description = "Only of this tenant", example = "8bb6f14a-714e-4fdc-89f6-05418818a00b")
                    @QueryParam("tenant")
                    @Nullable UUID tenant,
            @Parameter(description = "Only about this programme", example = "exchange-online-basic-auth")
                    @QueryParam("programme")
                    @Nullable String programme,
            @Parameter(description = "Only those of which this was made", example = "waiting")
                    @QueryParam("state")
                    @Nullable PostState state,
            @Parameter(description = "Only with this id of the message", example = "MC438001")
                    @QueryParam("message")
                    @Size(max = 200) @Nullable String message,
            @BeanParam @Valid Paging paging) {
        return posts.list(tenant, programme, state, message, paging);
    }

    @GET
    @Path("posts/{id}")
    @RolesAllowed({Roles.VIEWER, Roles.OPERATOR, Roles.ADMIN, Roles.SERVICE})
    @Operation(
            operationId = "getPost",
            summary = "Read a Message Center post",
            description = "With its text, and its version as ETag.")
    @APIResponse(
            responseCode = "200",
            description = "The post",
            content = @Content(schema = @Schema(implementation = RecordedPost.class)))
    public Response get(
            @Parameter(description = "Id of the post", example = "0a3f4c7e-26a0-4d60-9f29-ba0f4b8e0a67")
                    @PathParam("id")
                    UUID id) {
        return answer(posts.get(id));
    }

    @POST
    @Path("posts/{id}:file")
    @RolesAllowed({Roles.OPERATOR, Roles.ADMIN})
    @Operation(
            operationId = "filePost",
            summary = "Say what a post means",
            description = "Files it as a vendor notice of the kind and day that a person has read in it.")
    @APIResponse(
            responseCode = "200",
            description = "The post, with the vendor notice that was made of it",
            content = @Content(schema = @Schema(implementation = RecordedPost.class)))
    @APIResponse(responseCode = "409", ref = "Conflict")
    @APIResponse(responseCode = "412", ref = "PreconditionFailed")
    @APIResponse(responseCode = "428", ref = "PreconditionRequired")
    public Response file(
            @Parameter(description = "Id of the post", example = "0a3f4c7e-26a0-4d60-9f29-ba0f4b8e0a67")
                    @PathParam("id")
                    UUID id,
            @Parameter(description = "ETag of the version that the decision is based on", example = "\"1\"")
                    @HeaderParam(HttpHeaders.IF_MATCH)
                    @Nullable String ifMatch,
            @Valid @NotNull PostDecision body) {
        return answer(posts.decide(id, ifMatch, body));
    }

    @POST
    @Path("posts/{id}:dismiss")
    @RolesAllowed({Roles.OPERATOR, Roles.ADMIN})
    @Operation(
            operationId = "dismissPost",
            summary = "Say that a post means nothing",
            description = "It waits no longer, and stays on file.")
    @APIResponse(
            responseCode = "200",
            description = "The post",
            content = @Content(schema = @Schema(implementation = RecordedPost.class)))
    @APIResponse(responseCode = "409", ref = "Conflict")
    @APIResponse(responseCode = "412", ref = "PreconditionFailed")
    @APIResponse(responseCode = "428", ref = "PreconditionRequired")
    public Response dismiss(
            @Parameter(description = "Id of the post", example = "0a3f4c7e-26a0-4d60-9f29-ba0f4b8e0a67")
                    @PathParam("id")
                    UUID id,
            @Parameter(description = "ETag of the version that the decision is based on", example = "\"1\"")
                    @HeaderParam(HttpHeaders.IF_MATCH)
                    @Nullable String ifMatch,
            @RequestBody(required = false) @Valid PostDecision.@Nullable Dismissal body) {
        return answer(posts.dismiss(id, ifMatch, body == null ? null : body.reason()));
    }

    private static Response answer(RecordedPost post) {
        return Response.ok(post).tag(Versioned.tag(post.version())).build();
    }
}
