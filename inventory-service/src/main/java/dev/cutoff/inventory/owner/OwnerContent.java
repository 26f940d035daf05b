package dev.cutoff.inventory.owner;

import dev.cutoff.commons.contract.StandardAnswers;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Locale;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a caller may write of an owner. Addresses are kept in lower case: two spellings are one mailbox. */
@Schema(
        description = "What may be written of an owner; an absent field keeps, null clears",
        extensions = @Extension(name = StandardAnswers.PARTIAL, value = "true"))
public record OwnerContent(
        @Schema(description = "Person unless stated") OwnerKind kind,

        @Nullable @Size(max = 200) @Pattern(regexp = "[^\\x00-\\x1f\\x7f]*", message = "must be one line") @Schema(description = "Name", examples = "Nao Kato", nullable = true)
        String name,

        @NotNull @Email @Size(min = 3, max = 254) @Schema(description = "Mail address", examples = "nao.kato@contoso.example")
        String email,

        @Nullable @Pattern(regexp = "[a-z]{2,3}(-[A-Za-z0-9]{2,8})*", message = "must be a language tag such as en or ja")
        @Schema(description = "Language of mails (BCP 47); null for the tenant's", examples = "ja", nullable = true)
        String locale,

        @Nullable @Email @Size(max = 254) @Schema(description = "Mail address of the deputy", examples = "aiko.novak@contoso.example", nullable = true)
        String deputyEmail,

        @Nullable @Email @Size(max = 254) @Schema(description = "Mail address of the manager", examples = "it-manager@contoso.example", nullable = true)
        String managerEmail) {

    public OwnerContent {
        kind = Objects.requireNonNullElse(kind, OwnerKind.PERSON);
        email = lowerCase(email);
        deputyEmail = lowerCase(deputyEmail);
        managerEmail = lowerCase(managerEmail);
    }

    private static String lowerCase(@Nullable String address) {
        return address == null ? null : address.strip().toLowerCase(Locale.ROOT);
    }
}
