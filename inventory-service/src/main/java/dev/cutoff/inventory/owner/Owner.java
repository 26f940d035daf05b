package dev.cutoff.inventory.owner;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.Objects;
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

        @Nullable @Schema(description = "Who stands in for the owner, as they were when it was stated", nullable = true)
        PersonSnapshot deputy,

        @Nullable @Schema(description = "Who is above the owner, as they were when it was stated", nullable = true)
        PersonSnapshot manager) {

    /** A new owner. */
    static Owner of(UUID tenant, UUID id, long version, OwnerContent content, Instant now) {
        return new Owner(
                id,
                version,
                tenant,
                content.kind(),
                content.name(),
                content.email(),
                content.locale(),
                PersonSnapshot.of(content.deputy(), null, now),
                PersonSnapshot.of(content.manager(), null, now));
    }

    OwnerContent content() {
        return new OwnerContent(
                kind,
                name,
                email,
                locale,
                deputy == null ? null : deputy.person(),
                manager == null ? null : manager.person());
    }

    /** The owner with this content, one version on; the same owner if nothing differs. */
    Owner with(OwnerContent content, Instant now) {
        return content.equals(content())
                ? this
                : new Owner(
                        id,
                        version + 1,
                        tenantId,
                        content.kind(),
                        content.name(),
                        content.email(),
                        content.locale(),
                        PersonSnapshot.of(content.deputy(), deputy, now),
                        PersonSnapshot.of(content.manager(), manager, now));
    }

    /** Whether clients show the two alike: deputy and manager are not shown there. */
    boolean isShownLike(Owner other) {
        return Objects.equals(name, other.name) && email.equals(other.email) && Objects.equals(locale, other.locale);
    }
}
