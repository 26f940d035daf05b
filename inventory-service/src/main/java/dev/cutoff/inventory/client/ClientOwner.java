package dev.cutoff.inventory.client;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The owner of a client, as far as it is shown there. */
@Schema(description = "Who answers for a client")
public record ClientOwner(
        @NotNull @Schema(description = "Id of the owner", examples = "2c1f1a1e-60a4-8f2e-9a51-5f1d2f0f9d11")
        UUID id,

        @Nullable @Schema(description = "Name; null if only the address is known", examples = "Nao Kato", nullable = true)
        String name,

        @NotNull @Schema(description = "Mail address", examples = "nao.kato@contoso.example")
        String email,

        @Nullable @Schema(description = "Language of mails; null for the tenant's", examples = "ja", nullable = true)
        String locale) {}
