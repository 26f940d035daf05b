package dev.cutoff.timeline.exemption;

import dev.cutoff.timeline.rule.Channel;
import dev.cutoff.timeline.rule.ExemptionKind;
import dev.cutoff.timeline.rule.ExemptionStanding;
import dev.cutoff.timeline.rule.ExemptionStatus;
import dev.cutoff.timeline.rule.Protocol;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An exemption with what has become of it. */
@Schema(
        name = "Exemption",
        description = "What one tenant obtained for one protocol, or chose itself, and what has become of it",
        requiredProperties = {
            "id",
            "version",
            "tenantId",
            "programme",
            "protocol",
            "qualifier",
            "kind",
            "status",
            "requestedAt",
            "recordedAt",
            "confirmedAt",
            "effectiveFrom",
            "effectiveUntil",
            "observedOffAt",
            "voidedAt",
            "voidedBy",
            "replacedBy",
            "revokedAt",
            "channel",
            "reference",
            "reason",
            "accounts",
            "appIds",
            "requestedBy"
        })
record ExemptionView(
        @Schema(description = "Id of the exemption", examples = "5f1ad3cf-a10c-4a0a-b0e1-d4e38ef3c28d")
        UUID id,

        @Schema(
                description =
                        "Rises with every change that somebody makes; the ETag. What time and vendor make of it is computed",
                examples = "1")
        long version,

        @Schema(description = "Tenant whose it is", examples = "8bb6f14a-714e-4fdc-89f6-05418818a00b")
        UUID tenantId,

        @Schema(description = "Programme that it is from", examples = "exchange-online-basic-auth")
        String programme,

        @Schema(description = "Protocol that it is for") Protocol protocol,

        @Nullable @Schema(
                description = "The part of it that it is for; null for all of it",
                examples = "below 16.1",
                nullable = true)
        String qualifier,

        @Schema(description = "What it is") ExemptionKind kind,

        @Schema(description = "What has become of it by now")
        ExemptionStatus status,

        @Schema(description = "When it was asked for", examples = "2022-09-12T08:00:00Z")
        Instant requestedAt,

        @Schema(description = "When it was recorded here", examples = "2022-09-14T10:00:00Z")
        Instant recordedAt,

        @Nullable @Schema(
                description = "When the vendor confirmed it, by an answer or by a notice",
                examples = "2022-09-23T09:00:00Z",
                nullable = true)
        Instant confirmedAt,

        @Schema(description = "From when it works", examples = "2022-09-12T08:00:00Z")
        Instant effectiveFrom,

        @Nullable @Schema(
                description =
                        "First moment at which it no longer works, unless voided or revoked before; null if nothing ends it",
                examples = "2023-01-01T00:00:00Z",
                nullable = true)
        Instant effectiveUntil,

        @Nullable @Schema(
                description = "When it was seen to be off, as told with a re-enable",
                examples = "2022-10-20T06:15:00Z",
                nullable = true)
        Instant observedOffAt,

        @Nullable @Schema(
                description = "From when the vendor no longer honours it",
                examples = "2022-09-01T00:00:00Z",
                nullable = true)
        Instant voidedAt,

        @Nullable @Schema(description = "The announcement or message that says so", examples = "MC424238", nullable = true)
        String voidedBy,

        @Nullable @Schema(
                description =
                        "Exemption that took its place: asked for again after it was voided, or the list of apps after it; null if none has",
                examples = "0d7c4b9e-6a54-4e0c-8a55-6cf0b4c1a7d2",
                nullable = true)
        UUID replacedBy,

        @Nullable @Schema(description = "When the tenant took it back", examples = "2022-11-02T10:00:00Z", nullable = true)
        Instant revokedAt,

        @Nullable @Schema(description = "How it was asked for", nullable = true)
        Channel channel,

        @Nullable @Schema(description = "What to look it up by", examples = "120012345678", nullable = true)
        String reference,

        @Nullable @Schema(description = "Why", examples = "Scanners are replaced in November", nullable = true)
        String reason,

        @Schema(description = "Accounts that a self-block is for; the whole tenant if empty")
        List<String> accounts,

        @Schema(description = "Apps that are allowed") List<String> appIds,

        @Schema(description = "Who recorded it", examples = "operator@contoso.example")
        String requestedBy) {

    static ExemptionView of(LedgerEntry entry, ExemptionStanding standing) {
        return new ExemptionView(
                entry.id(),
                entry.version(),
                entry.tenantId(),
                entry.programme(),
                entry.protocol(),
                entry.qualifier(),
                entry.kind(),
                standing.status(),
                entry.requestedAt(),
                entry.recordedAt(),
                standing.confirmedAt(),
                standing.effectiveFrom(),
                standing.effectiveUntil(),
                entry.observedOffAt(),
                standing.voidedAt(),
                standing.voidedBy(),
                standing.replacedBy(),
                entry.revokedAt(),
                entry.channel(),
                entry.reference(),
                entry.reason(),
                entry.accounts(),
                entry.appIds(),
                entry.requestedBy());
    }
}
