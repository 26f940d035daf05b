package dev.cutoff.timeline.vendornotice;

import dev.cutoff.timeline.rule.Dispute;
import dev.cutoff.timeline.rule.Protocol;
import dev.cutoff.timeline.rule.VendorNoticeKind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A vendor notice with what it contradicts. */
@Schema(
        name = "VendorNotice",
        description = "The vendor's word to one tenant, as it is on file",
        requiredProperties = {
            "id",
            "version",
            "tenantId",
            "programme",
            "protocols",
            "namedProtocols",
            "kind",
            "day",
            "message",
            "publishedAt",
            "recordedAt",
            "recordedBy",
            "disputed",
            "disputes"
        })
record VendorNoticeView(
        @Schema(description = "Id of the notice", examples = "1d1f0b5f-91a5-4a2b-8f6f-5d9b2c6f7e10")
        UUID id,

        @Schema(description = "Rises with every change", examples = "1")
        long version,

        @Schema(description = "Tenant to which it was said", examples = "8bb6f14a-714e-4fdc-89f6-05418818a00b")
        UUID tenantId,

        @Schema(description = "Programme that it belongs to", examples = "exchange-online-basic-auth")
        String programme,

        @Schema(description = "Protocols that it concerns") List<Protocol> protocols,

        @Schema(description = "Those of them that it names") List<Protocol> namedProtocols,

        @Schema(description = "What it says") VendorNoticeKind kind,

        @Nullable @Schema(description = "Day that it names", examples = "2022-10-20", nullable = true)
        LocalDate day,

        @Schema(description = "Id of the message", examples = "MC438001")
        String message,

        @Schema(description = "When the vendor published it", examples = "2022-10-13T09:00:00Z")
        Instant publishedAt,

        @Schema(description = "When it was recorded here", examples = "2022-10-13T09:30:00Z")
        Instant recordedAt,

        @Schema(description = "Who recorded it", examples = "operator@contoso.example")
        String recordedBy,

        @Schema(
                description =
                        "Whether it contradicts what the vendor had announced to all, or what is on file. It is believed all the same",
                examples = "false")
        boolean disputed,

        @Schema(description = "What it contradicts, protocol by protocol")
        List<Dispute> disputes) {

    static VendorNoticeView of(RecordedVendorNotice notice, List<Dispute> disputes) {
        return new VendorNoticeView(
                notice.id(),
                notice.version(),
                notice.tenantId(),
                notice.programme(),
                notice.protocols(),
                notice.namedProtocols(),
                notice.kind(),
                notice.day(),
                notice.message(),
                notice.publishedAt(),
                notice.recordedAt(),
                notice.recordedBy(),
                !disputes.isEmpty(),
                disputes);
    }
}
