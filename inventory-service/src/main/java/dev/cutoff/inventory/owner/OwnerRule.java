package dev.cutoff.inventory.owner;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Who answers for the clients that something is true of. */
@Schema(description = "Who answers for some clients, unless a client names its own owner or an earlier rule does")
record OwnerRule(
        @NotNull @Schema(description = "Id of the rule", examples = "7d2f7f10-43a1-8e52-a0d1-0b6f1d1b7a11")
        UUID id,

        @NotNull @Schema(description = "Rises with every change; the ETag", examples = "1")
        long version,

        @NotNull @Schema(description = "Tenant of the clients", examples = "8bb6f14a-714e-4fdc-89f6-05418818a00b")
        UUID tenantId,

        @NotNull OwnerRuleKind kind,

        @NotNull @Schema(description = "What the rule goes by", examples = "scan*@contoso.example")
        String value,

        @NotNull @Schema(description = "Id of the owner", examples = "2c1f1a1e-60a4-8f2e-9a51-5f1d2f0f9d11")
        UUID ownerId,

        @NotNull @Schema(description = "Mail address of the owner", examples = "nao.kato@contoso.example")
        String ownerEmail,

        @Nullable @Schema(description = "Name of the owner", examples = "Nao Kato", nullable = true)
        String ownerName) {

    OwnerRuleKey key() {
        return OwnerRuleKey.of(kind, value);
    }
}
