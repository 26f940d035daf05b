package dev.cutoff.notification.link;

import dev.cutoff.commons.problem.Refusal;
import dev.cutoff.commons.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The links in mails, as far as callers have to do with them: the links themselves are their readers'. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Links", description = "The links in mails, by which people answer without an account")
class LinksResource {

    @Schema(name = "LinkRevocation", description = "Whose links are taken back; at least one of recipient and notice")
    record Revocation(
            @Nullable @Size(min = 3, max = 254) @Schema(
                    description = "Those that were made for this mail address",
                    examples = "nao.kato@contoso.example",
                    nullable = true)
            String recipient,

            @Nullable @Schema(
                    description = "That which came with this notice",
                    examples = "5b0a3c8e-6b3f-4d52-9a4e-1c3d6f1b2a90",
                    nullable = true)
            UUID noticeId,

            @Nullable @Size(max = 500) @Schema(
                    description = "Why, for the audit trail",
                    examples = "The mail was forwarded outside",
                    nullable = true)
            String reason) {}

    @Schema(name = "LinksRevoked", description = "What was taken back")
    record Revoked(
            @NotNull @Schema(description = "How many links open nothing any more", examples = "2")
            int revoked) {}

    private final Links links;

    LinksResource(Links links) {
        this.links = links;
    }

    @POST
    @Path("links:revoke")
    @RolesAllowed({Roles.OPERATOR, Roles.ADMIN})
    @Operation(
            operationId = "revokeLinks",
            summary = "Take links back",
            description =
                    "From now on they open nothing, and say so (410). Only those of mails about tenants that the token sees all; the person may ask"
                            + " for a new one, which is mailed to the same address. The next mail has a link of its own.")
    @APIResponse(responseCode = "200", description = "How many there were; 0 where none was good any more")
    public Revoked revoke(@Valid @NotNull Revocation body) {
        if (body.recipient() == null && body.noticeId() == null) {
            throw Refusal.invalidField("/recipient", "is needed, unless a notice is named");
        }
        return new Revoked(links.revoke(body.recipient(), body.noticeId(), body.reason()));
    }
}
