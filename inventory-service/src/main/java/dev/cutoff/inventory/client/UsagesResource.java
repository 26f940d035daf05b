package dev.cutoff.inventory.client;

import dev.cutoff.commons.page.CsvPages;
import dev.cutoff.commons.page.NdjsonPages;
import dev.cutoff.commons.page.Page;
import dev.cutoff.commons.page.Paging;
import dev.cutoff.commons.page.View;
import dev.cutoff.commons.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The usages. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Clients")
class UsagesResource {

    private final Usages usages;

    UsagesResource(Usages usages) {
        this.usages = usages;
    }

    @GET
    @Path("usages")
    @Produces({MediaType.APPLICATION_JSON, CsvPages.MEDIA_TYPE, NdjsonPages.MEDIA_TYPE})
    @RolesAllowed({Roles.VIEWER, Roles.OPERATOR, Roles.ADMIN, Roles.SERVICE})
    @Operation(
            operationId = "listUsages",
            summary = "List usages",
            description =
                    "Which account speaks which protocol with which auth method, how often and when, by all evidence that was"
                            + " imported; each sign-in counts once.")
    @APIResponse(responseCode = "200", description = "A page of usages")
    public Page<Usage> list(
            @BeanParam @Valid UsageFilter filter, @BeanParam @Valid View view, @BeanParam @Valid Paging paging) {
        return usages.list(filter, view, paging);
    }

    @GET
    @Path("usages/summary")
    @Produces({MediaType.APPLICATION_JSON, CsvPages.MEDIA_TYPE, NdjsonPages.MEDIA_TYPE})
    @RolesAllowed({Roles.VIEWER, Roles.OPERATOR, Roles.ADMIN, Roles.SERVICE})
    @Operation(
            operationId = "summarizeUsages",
            summary = "Count usages",
            description =
                    "The usages that the list would show with the same filters, counted by what they have in common, in the"
                            + " order of `groupBy`; one group with all of them without it.")
    @APIResponse(responseCode = "200", description = "A page of groups")
    public Page<UsageGroup> summarize(
            @Parameter(
                            description =
                                    "What the usages of a group have in common: any of tenant, protocol, authMethod, status,"
                                            + " owner, kind, week, in any order, separated by commas. Status, owner and kind are"
                                            + " those of the clients behind a usage",
                            example = "protocol,authMethod")
                    @QueryParam("groupBy")
                    @Size(max = 100) @Nullable String groupBy,
            @BeanParam @Valid UsageFilter filter,
            @BeanParam @Valid Paging paging) {
        return usages.summarize(filter, UsageDimension.parse(groupBy), paging);
    }
}
