package dev.cutoff.notification.dispatch;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Whether mail may leave, for one tenant or for all. */
@Schema(description = "Whether mail may leave, for one tenant or for all; the stricter of the two wins")
public record Dispatch(
        @Nullable @Schema(
                description = "The tenant; null for all",
                examples = "8bb6f14a-714e-4fdc-89f6-05418818a00b",
                nullable = true)
        UUID tenantId,

        @NotNull @Schema(description = "Rises with every change; the ETag. 0 as long as nobody has changed it", examples = "1")
        long version,

        @NotNull @Schema(description = "What was set here; `held` from the start")
        DispatchState state,

        @NotNull @Schema(description = "What holds: the stricter of this one and that for all tenants")
        DispatchState effective,

        @NotNull @Schema(
                description =
                        "People to whom mail leaves while it is held, if it is not held elsewhere as well; of those for all tenants a token"
                                + " sees none unless it sees all tenants",
                examples = "[\"pilot@contoso.example\"]")
        List<String> pilots,

        @Nullable @Schema(description = "Why it holds itself; null if somebody has decided what holds", nullable = true)
        Surge surge,

        @Nullable @Schema(
                description = "When it was set, in the time of the business; null if never",
                examples = "2022-09-01T09:00:00Z",
                nullable = true)
        Instant changedAt,

        @Nullable @Schema(description = "Who set it; null if nobody has", examples = "admin@contoso.example", nullable = true)
        String changedBy) {}
