package dev.cutoff.notification.plan;

import dev.cutoff.commons.page.Page;
import dev.cutoff.commons.page.Paging;
import dev.cutoff.commons.page.Shelf;
import dev.cutoff.commons.problem.Refusal;
import dev.cutoff.commons.security.Roles;
import dev.cutoff.notification.tenant.Tenants;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Who would get what on which day until when. */
@Path("/v1")
@RunOnVirtualThread
@Tag(name = "Plan", description = "What will be told if nothing changes")
class PlanPreviewResource {

    private static final Duration USUAL = Duration.ofDays(30);
    private static final Duration LONGEST = Duration.ofDays(366);

    private final Rehearsals rehearsals;
    private final Tenants tenants;
    private final Clock clock;

    PlanPreviewResource(Rehearsals rehearsals, Tenants tenants, Clock clock) {
        this.rehearsals = rehearsals;
        this.tenants = tenants;
        this.clock = clock;
    }

    @POST
    @Path("plan:preview")
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.VIEWER, Roles.OPERATOR, Roles.ADMIN, Roles.SERVICE})
    @Operation(
            operationId = "previewPlan",
            summary = "Look ahead who would get what on which day",
            description =
                    "Every mail from now until `at`, by day and recipient, if no date moves, nobody answers and all is released: the coming days"
                            + " are planned one after the other with the rungs, calm, turns and answers of the real plan. Of each mail it says how"
                            + " many clients it is about. Nothing is written and nothing is sent. Made anew for each page, of at most 500 tenants"
                            + " and 20,000 clients.")
    @APIResponse(responseCode = "200", description = "A page of mails")
    public Page<ExpectedMail> preview(
            @Parameter(
                            description = "Until when: now to 366 days ahead; 30 days ahead unless given",
                            example = "2022-10-31T00:00:00Z")
                    @QueryParam("at")
                    @Nullable Instant at,
            @Parameter(description = "Only about this tenant", example = "8bb6f14a-714e-4fdc-89f6-05418818a00b")
                    @QueryParam("tenant")
                    @Nullable UUID tenant,
            @BeanParam @Valid Paging paging) {
        var now = clock.instant();
        var until = at == null ? now.plus(USUAL) : at;
        if (until.isBefore(now) || until.isAfter(now.plus(LONGEST))) {
            throw Refusal.invalidParameter("at", "must be between now, %s, and 366 days later".formatted(now));
        }
        var named = tenant == null ? null : tenants.require(tenant);
        return Shelf.page("plan-preview", rehearsals.until(until, named), ExpectedMail::key, paging);
    }
}
