package dev.cutoff.inventory.owner;

import dev.cutoff.commons.contract.StandardAnswers;
import jakarta.validation.Valid;
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

        @Nullable @Size(max = 200) @Pattern(regexp = LINE, message = ONE_LINE) @Schema(description = "Name", examples = "Nao Kato", nullable = true)
        String name,

        @NotNull @Email @Size(min = 3, max = 254) @Schema(description = "Mail address", examples = "nao.kato@contoso.example")
        String email,

        @Nullable @Pattern(regexp = LANGUAGE, message = A_LANGUAGE) @Schema(description = "Language of mails (BCP 47); null for the tenant's", examples = "ja", nullable = true)
        String locale,

        @Nullable @Valid @Schema(
                description =
                        "Who stands in for the owner; with another address, name and locale are those of somebody new",
                nullable = true)
        Person deputy,

        @Nullable @Valid @Schema(
                description = "Who is above the owner; with another address, name and locale are those of somebody new",
                nullable = true)
        Person manager) {

    static final String LINE = "[^\\x00-\\x1f\\x7f]*";
    static final String ONE_LINE = "must be one line";
    static final String LANGUAGE = "[a-z]{2,3}(-[A-Za-z0-9]{2,8})*";
    static final String A_LANGUAGE = "must be a language tag such as en or ja";

    public OwnerContent {
        kind = Objects.requireNonNullElse(kind, OwnerKind.PERSON);
        email = lowerCase(email);
    }

    /** An owner of whom nothing but the address is known. */
    static OwnerContent at(String email) {
        return new OwnerContent(OwnerKind.PERSON, null, email, null, null, null);
    }

    static @Nullable String lowerCase(@Nullable String address) {
        return address == null ? null : address.strip().toLowerCase(Locale.ROOT);
    }
}
