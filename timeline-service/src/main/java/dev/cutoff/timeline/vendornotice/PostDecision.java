package dev.cutoff.timeline.vendornotice;

import dev.cutoff.timeline.rule.Protocol;
import dev.cutoff.timeline.rule.VendorNoticeKind;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a person says that a post means. */
@Schema(description = "What the post means: a vendor notice of this kind")
record PostDecision(
        @Nullable @Size(max = 100) @Schema(
                description = "Programme that it belongs to; the one that was recognised unless stated",
                examples = "exchange-online-basic-auth",
                nullable = true)
        String programme,

        @Nullable @Size(max = 50) @Schema(description = "Protocols that it names; those that were recognised unless stated", nullable = true)
        List<@NotNull Protocol> protocols,

        @NotNull @Schema(description = "What it says") VendorNoticeKind kind,

        @Nullable @Schema(description = "Day that it names; needed for `scheduled`", examples = "2022-10-20", nullable = true)
        LocalDate day,

        @Nullable @Size(max = 500) @Schema(description = "Why, for the audit trail", examples = "Asked support: it is the 20th", nullable = true)
        String reason) {

    /** The post means nothing to the tenant. */
    @Schema(name = "PostDismissal", description = "The post means nothing for the tenant")
    record Dismissal(
            @Nullable @Size(max = 500) @Schema(description = "Why, for the audit trail", examples = "Repeats MC438001", nullable = true)
            String reason) {}
}
