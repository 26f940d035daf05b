package dev.cutoff.notification.policy;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The policy of one place, as it is shown. */
@Schema(
        name = "Policy",
        description =
                "At which lead times, at which hours and whom to tell: what is set in one place, and what holds there")
record PolicyView(
        @Nullable @Schema(
                description = "The tenant; null for all",
                examples = "8bb6f14a-714e-4fdc-89f6-05418818a00b",
                nullable = true)
        UUID tenantId,

        @Nullable @Schema(description = "The programme; null for all", examples = "exchange-online-basic-auth", nullable = true)
        String programme,

        @NotNull @Schema(description = "Rises with every change; the ETag. 0 as long as nobody has changed it", examples = "1")
        long version,

        @NotNull PolicySettings set,

        @NotNull EffectivePolicy effective,

        @Nullable @Schema(
                description = "When it was changed last, in the time of the business; null if never",
                examples = "2026-11-26T09:00:00Z",
                nullable = true)
        Instant changedAt,

        @Nullable @Schema(
                description = "Who changed it last; null if nobody has",
                examples = "admin@contoso.example",
                nullable = true)
        String changedBy) {}
