package dev.cutoff.timeline.cutoff;

import dev.cutoff.commons.problem.Refusal;
import dev.cutoff.commons.security.Callers;
import dev.cutoff.commons.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The measurement behind {@code ./cutoff bench outlook}: only in local mode, where there is a simulated clock. */
@Path("/local/outlook-speed")
@RunOnVirtualThread
@Tag(name = "Local measurements", description = "What the benches of local mode ask; 404 elsewhere")
class OutlookSpeedResource {

    private final OutlookSpeed speed;
    private final Callers callers;
    private final boolean isLocal;

    OutlookSpeedResource(
            OutlookSpeed speed, Callers callers, @ConfigProperty(name = "cutoff.clock.file") Optional<String> clock) {
        this.speed = speed;
        this.callers = callers;
        this.isLocal = clock.isPresent();
    }

    @GET
    @RolesAllowed(Roles.ADMIN)
    @Operation(
            operationId = "measureOutlooks",
            summary = "Measure how fast outlooks are made",
            description =
                    "Outlooks a second of the pure function on facts in memory, and of the service with its database around it, in one"
                            + " thread, for up to 100 of the tenants that the token sees.")
    @APIResponse(responseCode = "200", description = "The figures")
    @APIResponse(responseCode = "404", ref = "NotFound")
    public OutlookSpeed.Speeds measure(
            @Parameter(description = "Length of each of the two measurements", example = "5")
                    @QueryParam("seconds")
                    @DefaultValue("5")
                    @Min(1) @Max(60) int seconds) {
        if (!isLocal) {
            throw Refusal.notFound("Measurement", "of local mode");
        }
        return speed.measure(callers.scope(), Duration.ofSeconds(seconds));
    }
}
