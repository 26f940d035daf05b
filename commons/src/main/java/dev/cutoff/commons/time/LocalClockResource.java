package dev.cutoff.commons.time;

import dev.cutoff.commons.problem.Refusal;
import io.quarkus.arc.All;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirementsSet;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The simulated clock over HTTP: only in local mode, and there without a token, since all it opens is a toy world's time. */
@Path("/local/clock")
@RunOnVirtualThread
@Tag(name = "Local clock", description = "The simulated clock of local mode; 404 elsewhere")
class LocalClockResource {

    @Schema(description = "A moment of business time")
    record Moment(
            @NotNull @Schema(description = "The moment, UTC", examples = "2022-09-01T09:00:00Z")
            Instant now) {}

    private final Optional<LocalClock> local;
    private final Clock clock;
    private final List<Settling> settlings;

    LocalClockResource(Optional<LocalClock> local, Clock clock, @All List<Settling> settlings) {
        this.local = local;
        this.clock = clock;
        this.settlings = settlings.stream()
                .sorted(Comparator.comparingInt(Settling::order))
                .toList();
    }

    @GET
    @PermitAll
    @SecurityRequirementsSet
    @Operation(
            operationId = "getLocalClock",
            summary = "What time it is",
            description = "The simulated moment, or real time while none is set.")
    @APIResponse(responseCode = "200", description = "The time of the business")
    @APIResponse(responseCode = "404", ref = "NotFound")
    public Moment get() {
        requireLocal();
        return new Moment(clock.instant());
    }

    @PUT
    @PermitAll
    @SecurityRequirementsSet
    @Operation(
            operationId = "setLocalClock",
            summary = "Move the clock",
            description =
                    "Sets the moment for all services, and answers when this service has followed the feeds, planned and"
                            + " sent what fell due.")
    @APIResponse(responseCode = "200", description = "The new time; what it made due is done")
    @APIResponse(responseCode = "404", ref = "NotFound")
    public Moment set(@Valid @NotNull Moment body) {
        requireLocal().set(body.now());
        settlings.forEach(Settling::settle);
        return body;
    }

    private LocalClock requireLocal() {
        return local.orElseThrow(() -> Refusal.notFound("Clock", "of local mode"));
    }
}
