package dev.cutoff.notification.readiness;

import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which clients are counted, and by what. */
record ReadinessFilter(
        @Parameter(description = "Only clients of this tenant", example = "8bb6f14a-714e-4fdc-89f6-05418818a00b")
        @QueryParam("tenant")
        @Nullable UUID tenant,

        @Parameter(
                description =
                        "Only what this programme does to them; one that there is not is 400 with those that there are",
                example = "exchange-online-basic-auth")
        @QueryParam("programme")
        @Size(max = 200) @Nullable String programme,

        @Parameter(description = "By what is counted; all in one if it is left out", example = "week")
        @QueryParam("groupBy")
        @Nullable GroupBy groupBy) {}
