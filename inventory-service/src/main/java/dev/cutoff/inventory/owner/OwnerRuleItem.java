package dev.cutoff.inventory.owner;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A rule as a caller writes it; found again by tenant, kind and value. */
@Schema(name = "OwnerRuleItem", description = "A rule as it is written; found again by tenant, kind and value")
record OwnerRuleItem(
        @NotNull @Schema(description = "Tenant of the clients", examples = "8bb6f14a-714e-4fdc-89f6-05418818a00b")
        UUID tenantId,

        @NotNull OwnerRuleKind kind,

        @NotBlank @Size(max = 320) @Pattern(regexp = "[^\\x00-\\x1f\\x7f]*", message = "must be one line") @Schema(
                description = "An address, a pattern of addresses, a department, a location, or a domain",
                examples = "scan*@contoso.example")
        String value,

        @NotNull @Email @Size(min = 3, max = 254) @Schema(
                description = "Mail address of the owner, who is made if there is none yet",
                examples = "nao.kato@contoso.example")
        String ownerEmail) {

    OwnerRuleItem {
        value = value == null ? null : value.strip();
        ownerEmail = ownerEmail == null ? null : ownerEmail.strip().toLowerCase(Locale.ROOT);
    }

    OwnerRuleKey key() {
        return OwnerRuleKey.of(kind, value);
    }
}
