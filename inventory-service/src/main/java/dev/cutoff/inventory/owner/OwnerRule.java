package dev.cutoff.inventory.owner;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Whose an account is. */
@Schema(description = "Who answers for the clients of an account, unless a client names its own owner")
record OwnerRule(
        @NotNull @Schema(description = "Tenant of the account", examples = "8bb6f14a-714e-4fdc-89f6-05418818a00b")
        UUID tenantId,

        @NotNull @Schema(description = "Address of the account, in lower case", examples = "scanner1@contoso.example")
        String account,

        @NotNull @Schema(description = "Id of the owner", examples = "2c1f1a1e-60a4-8f2e-9a51-5f1d2f0f9d11")
        UUID ownerId,

        @NotNull @Schema(description = "Mail address of the owner", examples = "nao.kato@contoso.example")
        String ownerEmail,

        @Nullable @Schema(description = "Name of the owner", examples = "Nao Kato", nullable = true)
        String ownerName) {}
