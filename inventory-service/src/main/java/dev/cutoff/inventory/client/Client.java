package dev.cutoff.inventory.client;

import dev.cutoff.inventory.silence.Migration;
import dev.cutoff.inventory.silence.MigrationReason;
import dev.cutoff.inventory.vocabulary.ClientKind;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A client as it is: on the wire and in the feed. */
@Schema(description = "Anything that signs in to the mail service")
public record Client(
        @NotNull @Schema(description = "Id of the client", examples = "0f0d5d1e-6f3a-8c55-9a57-5f8a4f0f6a11")
        UUID id,

        @NotNull @Schema(description = "Rises with every change; the ETag", examples = "1")
        long version,

        @NotNull @Schema(description = "Tenant that it signs in to", examples = "8bb6f14a-714e-4fdc-89f6-05418818a00b")
        UUID tenantId,

        @NotNull ClientKind kind,

        @Nullable @Schema(description = "Who makes it", examples = "Ricoh", nullable = true)
        String vendor,

        @Nullable @Schema(description = "What it is", examples = "IM C3000", nullable = true)
        String product,

        @Nullable @Schema(description = "Version of the product, as last seen or stated", examples = "1.5", nullable = true)
        String productVersion,

        @Nullable @Schema(description = "What it runs on", examples = "Windows 7", nullable = true)
        String operatingSystem,

        @Nullable @Schema(description = "What people call it", examples = "Ricoh IM C3000 floor 2", nullable = true)
        String name,

        @Nullable @Schema(
                description = "First of its accounts, by address",
                examples = "scanner2@contoso.example",
                nullable = true)
        String account,

        @NotNull @Schema(description = "Accounts that it signs in with, by address", examples = "[\"scanner2@contoso.example\"]")
        List<String> accounts,

        @Nullable @Schema(description = "Where it stands", examples = "Osaka 2F", nullable = true)
        String location,

        @Nullable @Schema(description = "Part of the organisation that uses it", examples = "Logistics", nullable = true)
        String department,

        @Nullable @Schema(
                description = "How bad it is if it stops, in the words of its source",
                examples = "medium",
                nullable = true)
        String criticality,

        @NotNull @Schema(description = "Words to find it by", examples = "[\"warehouse\"]")
        List<String> tags,

        @Nullable @Schema(description = "Anything worth knowing", examples = "Replaced in March", nullable = true)
        String notes,

        @NotNull @Schema(description = "Where else something is written about it: tickets, configuration items")
        List<ClientReference> references,

        @NotNull ClientStatus status,

        @Nullable @Schema(
                description = "Why this status, in the words of who stated it; null where nobody did",
                examples = "Answers with OAuth since firmware 2.1",
                nullable = true)
        String statusReason,

        @NotNull Migration migration,

        @NotNull MigrationReason migrationReason,

        @Nullable @Schema(description = "Day on which it is to be done", examples = "2026-11-30", nullable = true)
        LocalDate plannedFor,

        @Nullable @Schema(description = "Who answers for it; null if nobody does", nullable = true)
        ClientOwner owner,

        @Nullable @Schema(description = "Why this owner; null if nobody answers for it", nullable = true)
        OwnerReason ownerReason,

        @Nullable @Schema(
                description =
                        "Mail address of the person behind its account, where nobody answers for it and it is a program that one person"
                                + " sits at; told only where the policy of the tenant says so. `owner` is null then",
                examples = "nao.kato@contoso.example",
                nullable = true)
        String accountOwnerEmail,

        @NotNull @Schema(description = "Whether another declared client may be behind the sign-ins of an account of it")
        boolean shared,

        @NotNull @Schema(description = "What other systems call it; empty while only evidence speaks of it")
        List<ExternalId> externalIds,

        @NotNull @Schema(
                description =
                        "Fields that a person has set: an upsert does not overwrite them, and lists them as ignored",
                examples = "[\"location\"]")
        List<String> personFields) {}
