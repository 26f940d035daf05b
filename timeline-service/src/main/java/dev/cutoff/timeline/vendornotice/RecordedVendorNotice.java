package dev.cutoff.timeline.vendornotice;

import dev.cutoff.timeline.rule.Protocol;
import dev.cutoff.timeline.rule.VendorNotice;
import dev.cutoff.timeline.rule.VendorNoticeKind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A vendor notice on file: on the wire, in the feed, and in a row. */
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
            "recordedBy"
        })
record RecordedVendorNotice(
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
        String recordedBy) {

    /** What makes a notice this one: the same message with another day is another. */
    record Key(
            UUID tenantId,
            String programme,
            String message,
            VendorNoticeKind kind,
            @Nullable LocalDate day) {}

    Key key() {
        return new Key(tenantId, programme, message, kind, day);
    }

    VendorNotice fact() {
        return new VendorNotice(protocols, namedProtocols, kind, day, message, publishedAt, recordedAt);
    }

    /**
     * The same notice told once more: it concerns all that it was ever said to concern, and was published when it was first seen. So the
     * order in which two people tell of it does not matter.
     *
     * @return this if nothing is new
     */
    RecordedVendorNotice and(List<Protocol> others, List<Protocol> othersNamed, Instant published) {
        var more = new RecordedVendorNotice(
                id,
                version + 1,
                tenantId,
                programme,
                union(protocols, others),
                union(namedProtocols, othersNamed),
                kind,
                day,
                message,
                published.isBefore(publishedAt) ? published : publishedAt,
                recordedAt,
                recordedBy);
        return more.fact().equals(fact()) ? this : more;
    }

    static List<Protocol> union(List<Protocol> some, List<Protocol> others) {
        return Stream.concat(some.stream(), others.stream()).distinct().sorted().toList();
    }
}
