package dev.cutoff.notification.reach;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Whether mail about a tenant reaches a person, as it is shown. */
@Schema(description = "Whether mail about a tenant reaches a person")
public record Recipient(
        @NotNull @Schema(description = "Id", examples = "7d9c2a44-6f0e-4f0c-8f1b-52c0a7f4be10")
        UUID id,

        @NotNull @Schema(description = "Rises with every change; the ETag", examples = "2")
        long version,

        @NotNull @Schema(description = "Tenant that the mail is about", examples = "8bb6f14a-714e-4fdc-89f6-05418818a00b")
        UUID tenantId,

        @NotNull @Schema(description = "Mail address of the person, in lower case", examples = "nao.kato@contoso.example")
        String recipient,

        @NotNull @Schema(description = "Whether mail reaches them")
        RecipientState state,

        @NotNull @Schema(description = "Why that is so") RecipientReason reason,

        @NotNull @Schema(description = "Since when, in the time of the business", examples = "2022-09-16T00:05:00Z")
        Instant since,

        @NotNull @Schema(description = "How many soft bounces count at present", examples = "0")
        int softBounces,

        @Nullable @Schema(
                description = "The latest mail that did not arrive; null if it was of another tenant's",
                nullable = true)
        Bounce lastBounce) {}
