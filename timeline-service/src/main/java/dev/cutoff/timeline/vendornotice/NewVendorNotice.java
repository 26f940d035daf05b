package dev.cutoff.timeline.vendornotice;

import dev.cutoff.timeline.Past;
import dev.cutoff.timeline.rule.Protocol;
import dev.cutoff.timeline.rule.VendorNoticeKind;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a caller tells of a vendor notice.
 *
 * @param protocols that it names; null or empty if it speaks of all that is being rolled out to the tenant
 * @param publishedAt now unless stated
 */
@Schema(description = "The vendor's word to one tenant")
record NewVendorNotice(
        @NotBlank @Size(max = 100) @Schema(description = "Programme that it belongs to", examples = "exchange-online-basic-auth")
        String programme,

        @Nullable @Size(max = 50) @Schema(
                description =
                        "Protocols that it names; leave it out if it speaks of all that is being rolled out to the tenant. Only what"
                                + " is named contradicts an exemption",
                nullable = true)
        List<@NotNull Protocol> protocols,

        @NotNull @Schema(description = "What it says") VendorNoticeKind kind,

        @Nullable @Schema(description = "Day that it names; needed for `scheduled`", examples = "2022-10-20", nullable = true)
        LocalDate day,

        @NotBlank @Size(max = 200) @Pattern(regexp = "[^\\x00-\\x1f\\x7f]*", message = "must be one line") @Schema(
                description = "Id of the message; the same one may be published again with another day",
                examples = "MC438001")
        String message,

        @Nullable @Schema(
                description = "When the vendor published it; now unless stated",
                examples = "2022-10-13T09:00:00Z",
                nullable = true)
        Instant publishedAt) {

    NewVendorNotice {
        protocols = protocols == null ? List.of() : protocols;
        publishedAt = Past.keptIfTold(publishedAt);
    }

    RecordedVendorNotice.Key key(UUID tenantId) {
        return new RecordedVendorNotice.Key(tenantId, programme, message, kind, day);
    }
}
