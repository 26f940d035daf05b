package dev.cutoff.notification.vacancy;

import dev.cutoff.notification.escalation.VacancyReason;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A vacancy, as it is shown. */
@Schema(
        name = "Vacancy",
        description =
                "A client at risk that nobody takes. It is gone as soon as somebody does: answers for it, or says what they will do")
record VacancyView(
        @NotNull @Schema(description = "Tenant of the client", examples = "8bb6f14a-714e-4fdc-89f6-05418818a00b")
        UUID tenantId,

        @NotNull @Schema(description = "The client", examples = "0f0d5d1e-6f3a-4c55-9a57-5f8a4f0f6a11")
        UUID clientId,

        @NotNull @Schema(description = "The programme that stops what it uses", examples = "exchange-online-basic-auth")
        String programme,

        @NotNull VacancyReason reason,

        @NotNull @Schema(
                description = "The day, in the tenant's time zone, since which it is vacant for this reason",
                examples = "2022-09-16")
        LocalDate since,

        @Nullable @Schema(
                description = "The first day on which something that it uses may stop; null if no day is known",
                examples = "2022-10-01",
                nullable = true)
        LocalDate nearest,

        @NotNull @Schema(description = "The protocols that stop and that nobody sees to", examples = "[\"imap\", \"smtp-auth\"]")
        List<String> protocols,

        @NotNull @Schema(description = "Kind of client", examples = "device")
        String kind,

        @Nullable @Schema(
                description = "Name of the client, or its product; null if neither is known",
                examples = "Xerox VersaLink C405 floor 1",
                nullable = true)
        String name,

        @Nullable @Schema(
                description = "Account that it uses; null if none is known",
                examples = "scanner1@contoso.example",
                nullable = true)
        String account,

        @Nullable @Schema(
                description = "Mail address of who answers for it; null if nobody does",
                examples = "nao.kato@contoso.example",
                nullable = true)
        String owner) {

    static final String COLUMNS =
            "v.tenant_id, v.client_id, v.programme, v.reason, v.since, v.nearest, v.protocols, c.kind, coalesce(nullif(c.name, ''), c.product)"
                    + " as name, c.account, c.owner_email as owner";
}
