package dev.cutoff.inventory.client;

import dev.cutoff.commons.contract.StandardAnswers;
import dev.cutoff.inventory.vocabulary.ClientKind;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a caller may write of a client. Addresses are kept in lower case. */
@Schema(
        description = "What may be written of a client; an absent field keeps, null clears",
        extensions = @Extension(name = StandardAnswers.PARTIAL, value = "true"))
record ClientContent(
        @Schema(description = "What sort of thing it is; unknown unless stated")
        ClientKind kind,

        @Nullable @Size(max = 200) @Pattern(regexp = LINE, message = ONE_LINE) @Schema(description = "Who makes it", examples = "Ricoh", nullable = true)
        String vendor,

        @Nullable @Size(max = 200) @Pattern(regexp = LINE, message = ONE_LINE) @Schema(description = "What it is", examples = "IM C3000", nullable = true)
        String product,

        @Nullable @Size(max = 100) @Pattern(regexp = LINE, message = ONE_LINE) @Schema(description = "Version of the product", examples = "1.5", nullable = true)
        String productVersion,

        @Nullable @Size(max = 100) @Pattern(regexp = LINE, message = ONE_LINE) @Schema(description = "What it runs on", examples = "Windows 7", nullable = true)
        String operatingSystem,

        @Nullable @Size(max = 200) @Pattern(regexp = LINE, message = ONE_LINE) @Schema(description = "What people call it", examples = "Ricoh IM C3000 floor 2", nullable = true)
        String name,

        @Nullable @Size(max = 50) @Schema(
                description = "Accounts that it signs in with, by address",
                examples = "[\"scanner2@contoso.example\"]",
                nullable = true)
        List<@NotBlank @Size(max = 320) @Pattern(regexp = LINE, message = ONE_LINE) String> accounts,

        @Nullable @Size(max = 200) @Pattern(regexp = LINE, message = ONE_LINE) @Schema(description = "Where it stands", examples = "Osaka 2F", nullable = true)
        String location,

        @Nullable @Size(max = 50) @Pattern(regexp = LINE, message = ONE_LINE) @Schema(description = "How bad it is if it stops, in your words", examples = "medium", nullable = true)
        String criticality,

        @Nullable @Size(max = 50) @Schema(description = "Words to find it by", examples = "[\"warehouse\"]", nullable = true)
        List<@NotBlank @Size(max = 100) @Pattern(regexp = LINE, message = ONE_LINE) String> tags,

        @Nullable @Size(max = 4000) @Schema(description = "Anything worth knowing", examples = "Replaced in March", nullable = true)
        String notes,

        @Nullable @Schema(description = "How far it is on its way; null to leave that to what is known", nullable = true)
        ClientStatus status,

        @Nullable @Email @Size(max = 254) @Schema(
                description =
                        "Mail address of who answers for it, made an owner if it is none yet; null to leave that to the rules",
                examples = "nao.endo@contoso.example",
                nullable = true)
        String ownerEmail) {

    private static final String LINE = "[^\\x00-\\x1f\\x7f]*";
    private static final String ONE_LINE = "must be one line";

    ClientContent {
        kind = Objects.requireNonNullElse(kind, ClientKind.UNKNOWN);
        accounts = accounts == null
                ? List.of()
                : accounts.stream().map(ClientContent::lowerCase).distinct().toList();
        tags = tags == null ? List.of() : tags.stream().distinct().toList();
        ownerEmail = lowerCase(ownerEmail);
    }

    private static String lowerCase(@Nullable String address) {
        return address == null ? null : address.strip().toLowerCase(Locale.ROOT);
    }
}
