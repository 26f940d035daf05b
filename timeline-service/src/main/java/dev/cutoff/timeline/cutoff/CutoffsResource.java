package dev.cutoff.timeline.cutoff;

import dev.cutoff.commons.page.CsvPages;
import dev.cutoff.commons.page.NdjsonPages;
import dev.cutoff.commons.page.Page;
import dev.cutoff.commons.page.Paging;
import dev.cutoff.commons.security.Roles;
import dev.cutoff.timeline.rule.Protocol;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The cutoffs of all tenants. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Cutoffs")
class CutoffsResource {

    private final Cutoffs cutoffs;
    private final Clock clock;

    CutoffsResource(Cutoffs cutoffs, Clock clock) {
        this.cutoffs = cutoffs;
        this.clock = clock;
    }

    @GET
    @Path("cutoffs")
    @Produces({MediaType.APPLICATION_JSON, CsvPages.MEDIA_TYPE, NdjsonPages.MEDIA_TYPE})
    @RolesAllowed({Roles.VIEWER, Roles.OPERATOR, Roles.ADMIN, Roles.SERVICE})
    @Operation(
            operationId = "listCutoffs",
            summary = "List cutoffs",
            description =
                    "When what stops for whom, over the tenants that the token may see, in the order of tenant, programme, protocol and auth"
                            + " method. What a rule leaves alone is not listed. `from` and `to` select what may be in between; what has no"
                            + " date is listed too unless `dated=true`. Sorting by `cutoff`, `latest` or `decisionBy` is possible for up to"
                            + " 100,000 lines.")
    @APIResponse(responseCode = "200", description = "A page of cutoffs")
    public Page<CutoffLine> list(
            @Parameter(description = "Only of this tenant", example = "8bb6f14a-714e-4fdc-89f6-05418818a00b")
                    @QueryParam("tenant")
                    @Nullable UUID tenant,
            @Parameter(description = "Only this protocol", example = "imap") @QueryParam("protocol") @Nullable Protocol protocol,
            @Parameter(description = "Only of this programme", example = "exchange-online-basic-auth")
                    @QueryParam("programme")
                    @Nullable String programme,
            @Parameter(description = "Only what may stop on this day or later", example = "2022-10-01")
                    @QueryParam("from")
                    @Nullable LocalDate from,
            @Parameter(description = "Only what may stop on this day or before", example = "2022-12-31")
                    @QueryParam("to")
                    @Nullable LocalDate to,
            @Parameter(description = "Without what has no date", example = "true")
                    @QueryParam("dated")
                    @DefaultValue("false")
                    boolean dated,
            @Parameter(description = "What holds then; now unless given", example = "2022-10-15T00:00:00Z")
                    @QueryParam("at")
                    @Nullable Instant at,
            @Parameter(
                            description = "By what was known at the end of this day (UTC); today unless given",
                            example = "2022-06-01")
                    @QueryParam("knownOn")
                    @Nullable LocalDate knownOn,
            @BeanParam @Valid Paging paging) {
        return cutoffs.list(
                new CutoffFilter(tenant, protocol, programme, from, to, dated), Moment.of(at, knownOn, clock), paging);
    }
}
