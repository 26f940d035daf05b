package dev.cutoff.notification.reach;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A bounce as it is shown. */
@Schema(description = "A mail that did not arrive, and what the mail server said")
public record Bounce(
        @Nullable @Schema(
                description = "The notice that did not arrive; null if it is not known which",
                examples = "5b0a3c8e-6b3f-4d52-9a4e-1c3d6f1b2a90",
                nullable = true)
        UUID noticeId,

        @NotNull @Schema(description = "How lasting it is") BounceKind kind,

        @NotNull @Schema(description = "How it came to be known")
        BounceSource source,

        @Nullable @Schema(
                description = "Enhanced status code (RFC 3463); null if there was none",
                examples = "5.1.1",
                nullable = true)
        String status,

        @Nullable @Schema(
                description = "What the mail server said, cut short; null if it said nothing",
                examples = "550 5.1.1 nao.kato@contoso.example: no such user",
                nullable = true)
        String diagnostic,

        @NotNull @Schema(description = "When, in the time of the business", examples = "2022-09-16T00:05:00Z")
        Instant at) {}
