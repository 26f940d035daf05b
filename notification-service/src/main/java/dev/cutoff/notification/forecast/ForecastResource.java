package dev.cutoff.notification.forecast;

import dev.cutoff.commons.security.Callers;
import dev.cutoff.commons.security.Roles;
import dev.cutoff.notification.forecast.Forecast.Length;
import dev.cutoff.notification.tenant.Tenants;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** When what waits will have left. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Dispatch")
class ForecastResource {

    private final Forecasts forecasts;
    private final Tenants tenants;
    private final Callers callers;

    ForecastResource(Forecasts forecasts, Tenants tenants, Callers callers) {
        this.forecasts = forecasts;
        this.tenants = tenants;
        this.callers = callers;
    }

    @GET
    @Path("dispatch/forecast")
    @RolesAllowed({Roles.VIEWER, Roles.OPERATOR, Roles.ADMIN, Roles.SERVICE})
    @Operation(
            operationId = "getDispatchForecast",
            summary = "Look ahead when everybody will have been reached",
            description =
                    "What waits, played forward by the rates of the transports, with quiet hours and later days in mind: how many leave in each"
                            + " hour or day, when the last one does, and the same for each tenant. Ask with `held=true` before releasing.")
    @APIResponse(responseCode = "200", description = "The forecast")
    public Forecast get(
            @Parameter(description = "Only notices about this tenant", example = "8bb6f14a-714e-4fdc-89f6-05418818a00b")
                    @QueryParam("tenant")
                    @Nullable UUID tenant,
            @Parameter(description = "Also what is kept back, as if it were released now", example = "true")
                    @QueryParam("held")
                    @DefaultValue("false")
                    boolean held,
            @Parameter(
                            description =
                                    "Length of the periods; hours, or days if it takes longer than a week, unless stated",
                            example = "hour")
                    @QueryParam("by")
                    @Nullable Length by) {
        if (tenant != null) {
            tenants.require(tenant);
        }
        return forecasts.of(callers.scope().narrowedTo(tenant), held, by);
    }
}
