package dev.cutoff.inventory.owner;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An owner as it is: on the wire, in the feed, and in a row. */
@Schema(description = "A person or team that answers for clients of one tenant")
public record Owner(
        @NotNull @Schema(description = "Id of the owner", examples = "2c1f1a1e-60a4-8f2e-9a51-5f1d2f0f9d11")
        UUID id,

        @NotNull @Schema(description = "Rises with every change; the ETag", examples = "1")
        long version,

        @NotNull @Schema(description = "Tenant whose clients it answers for", examples = "8bb6f14a-714e-4fdc-89f6-05418818a00b")
        UUID tenantId,

        @NotNull OwnerKind kind,

        @Nullable @Schema(description = "Name; null if only the address is known", examples = "Nao Kato", nullable = true)
        String name,

        @NotNull @Schema(
                description = "Mail address in lower case; one owner for each in a tenant",
                examples = "nao.kato@contoso.example")
        String email,

        @Nullable @Schema(description = "Language of mails; null for the tenant's", examples = "ja", nullable = true)
        String locale,

        @Nullable @Schema(description = "Mail address of the deputy", examples = "aiko.novak@contoso.example", nullable = true)
        String deputyEmail,

        @Nullable @Schema(description = "Mail address of the manager", examples = "it-manager@contoso.example", nullable = true)
        String managerEmail) {

    static Owner of(UUID tenant, UUID id, long version, OwnerContent content) {
        return new Owner(
                id,
                version,
                tenant,
                content.kind(),
                content.name(),
                content.email(),
                content.locale(),
                content.deputyEmail(),
                content.managerEmail());
    }

    OwnerContent content() {
        return new OwnerContent(kind, name, email, locale, deputyEmail, managerEmail);
    }

    /** The owner with this content, one version on; the same owner if nothing differs. */
    Owner with(OwnerContent content) {
        return content.equals(content()) ? this : of(tenantId, id, version + 1, content);
    }
}
