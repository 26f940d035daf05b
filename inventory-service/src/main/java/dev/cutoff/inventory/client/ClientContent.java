package dev.cutoff.inventory.client;

import dev.cutoff.commons.contract.StandardAnswers;
import dev.cutoff.inventory.vocabulary.ClientKind;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
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

        @Nullable @Size(max = 200) @Pattern(regexp = LINE, message = ONE_LINE) @Schema(description = "Part of the organisation that uses it", examples = "Logistics", nullable = true)
        String department,

        @Nullable @Size(max = 50) @Pattern(regexp = LINE, message = ONE_LINE) @Schema(description = "How bad it is if it stops, in your words", examples = "medium", nullable = true)
        String criticality,

        @Nullable @Size(max = 50) @Schema(description = "Words to find it by", examples = "[\"warehouse\"]", nullable = true)
        List<@NotBlank @Size(max = 100) @Pattern(regexp = LINE, message = ONE_LINE) String> tags,

        @Nullable @Size(max = 4000) @Schema(description = "Anything worth knowing", examples = "Replaced in March", nullable = true)
        String notes,

        @Nullable @Size(max = 50) @Schema(description = "Where else something is written about it: tickets, configuration items", nullable = true)
        List<@NotNull @Valid ClientReference> references,

        @Nullable @Schema(description = "How far it is on its way; null to leave that to what is known", nullable = true)
        ClientStatus status,

        @Nullable @Size(max = 500) @Pattern(regexp = LINE, message = ONE_LINE) @Schema(
                description =
                        "Why this status; absent beside a new status for the reason of the request, or its source",
                examples = "Answers with OAuth since firmware 2.1",
                nullable = true)
        String statusReason,

        @Nullable @Schema(description = "Day on which it is to be done", examples = "2026-11-30", nullable = true)
        LocalDate plannedFor,

        @Nullable @Email @Size(max = 254) @Schema(
                description =
                        "Mail address of who answers for it, made an owner if it is none yet; null to leave that to the rules",
                examples = "nao.endo@contoso.example",
                nullable = true)
        String ownerEmail) {

    static final String LINE = "[^\\x00-\\x1f\\x7f]*";
    static final String ONE_LINE = "must be one line";

    ClientContent {
        kind = Objects.requireNonNullElse(kind, ClientKind.UNKNOWN);
        accounts = accounts == null
                ? List.of()
                : accounts.stream().map(ClientContent::lowerCase).distinct().toList();
        tags = tags == null ? List.of() : tags.stream().distinct().toList();
        references =
                references == null ? List.of() : references.stream().distinct().toList();
        statusReason = status == null ? null : statusReason;
        ownerEmail = lowerCase(ownerEmail);
    }

    /** The same with other accounts. */
    ClientContent withAccounts(List<String> other) {
        return new ClientContent(
                kind,
                vendor,
                product,
                productVersion,
                operatingSystem,
                name,
                other,
                location,
                department,
                criticality,
                tags,
                notes,
                references,
                status,
                statusReason,
                plannedFor,
                ownerEmail);
    }

    /** The same with another reason for its status. */
    ClientContent withStatusReason(@Nullable String other) {
        return new ClientContent(
                kind,
                vendor,
                product,
                productVersion,
                operatingSystem,
                name,
                accounts,
                location,
                department,
                criticality,
                tags,
                notes,
                references,
                status,
                other,
                plannedFor,
                ownerEmail);
    }

    private static String lowerCase(@Nullable String address) {
        return address == null ? null : address.strip().toLowerCase(Locale.ROOT);
    }
}
