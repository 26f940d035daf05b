package dev.cutoff.inventory.evidence;

import dev.cutoff.commons.page.CsvPages;
import dev.cutoff.commons.page.NdjsonPages;
import dev.cutoff.commons.page.Page;
import dev.cutoff.commons.page.Paging;
import dev.cutoff.commons.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.net.URI;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The collection of imports. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Imports", description = "Evidence: sign-in logs, owner lists, CMDB lists")
class ImportsResource {

    @Schema(name = "ImportAccepted", description = "An import that was taken in")
    record Accepted(
            @NotNull @Schema(description = "Id of the import", examples = "5d0c1f6e-0b4f-4f57-9d3c-3b0f3f8b7a10")
            UUID id,

            @NotNull ImportStatus status) {}

    private final Imports imports;

    ImportsResource(Imports imports) {
        this.imports = imports;
    }

    @POST
    @Path("imports")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed({Roles.OPERATOR, Roles.ADMIN})
    @Operation(
            operationId = "createImport",
            summary = "Send evidence",
            description =
                    "The body is a file as the vendor exports it, of any length, as it is or packed with gzip or zip (one file); UTF-8"
                            + " or UTF-16. Its format is told from its content: Entra sign-in CSV, Microsoft Graph signIns as JSON or"
                            + " NDJSON, SMTP AUTH clients report, EWS weekly usage, Get-MobileDevice, Get-CASMailbox and"
                            + " Get-TransportConfig exports, monthly usage post, Graph service messages, owner list, client list. It"
                            + " is safe once this answers, and merged soon after; nothing stays of a body that breaks off. The same"
                            + " file may be sent any number of times: each sign-in counts once, and a report replaces what it said"
                            + " before of the same day.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.WILDCARD,
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(
            responseCode = "202",
            description = "Taken in; `Location` says what becomes of it",
            headers =
                    @Header(
                            name = "Location",
                            description = "Address of the import",
                            schema = @Schema(type = SchemaType.STRING, format = "uri-reference")),
            content = @Content(schema = @Schema(implementation = Accepted.class)))
    @APIResponse(responseCode = "422", ref = "Unprocessable")
    public Response create(
            @Parameter(description = "Tenant whose evidence it is", example = "8bb6f14a-714e-4fdc-89f6-05418818a00b")
                    @QueryParam("tenant")
                    @NotNull UUID tenant,
            @Parameter(
                            description =
                                    "Makes the request safe to send again for 24 hours: the same body is the same import",
                            example = "0b9c3b7a-6d8d-4b55-9c1c-2f0c6a4d7c11")
                    @HeaderParam("Idempotency-Key")
                    @Pattern(regexp = "[\\x21-\\x7e]{1,255}", message = "must be 1 to 255 printable ASCII characters") @Nullable String key,
            @Parameter(
                            description =
                                    "Day to which a report speaks that does not say so itself, such as the SMTP AUTH clients report; today"
                                            + " unless given, and none that has not come",
                            example = "2026-11-21")
                    @QueryParam("asOf")
                    @Nullable LocalDate asOf,
            @Parameter(
                            description =
                                    "Only say what would become of it: the import ends with its `difference`, and changes nothing",
                            example = "true")
                    @QueryParam("dryRun")
                    @DefaultValue("false")
                    boolean dryRun,
            InputStream body) {
        var accepted = imports.accept(tenant, body, new Wish(asOf, dryRun), key);
        var answer = Response.accepted(new Accepted(accepted.id(), accepted.status()))
                .location(URI.create("/v1/imports/" + accepted.id()));
        return (accepted.isReplayed() ? answer.header("Idempotency-Replayed", "true") : answer).build();
    }

    @GET
    @Path("imports")
    @Produces({MediaType.APPLICATION_JSON, CsvPages.MEDIA_TYPE, NdjsonPages.MEDIA_TYPE})
    @RolesAllowed({Roles.VIEWER, Roles.OPERATOR, Roles.ADMIN, Roles.SERVICE})
    @Operation(
            operationId = "listImports",
            summary = "List imports",
            description = "The imports of the tenants that the token may see, in the order in which they were sent.")
    @APIResponse(responseCode = "200", description = "A page of imports")
    public Page<Import> list(
            @Parameter(description = "Only imports of this tenant", example = "8bb6f14a-714e-4fdc-89f6-05418818a00b")
                    @QueryParam("tenant")
                    @Nullable UUID tenant,
            @Parameter(description = "Only imports that stand here", example = "failed") @QueryParam("status") @Nullable ImportStatus status,
            @BeanParam @Valid Paging paging) {
        return imports.list(tenant, status, paging);
    }
}
