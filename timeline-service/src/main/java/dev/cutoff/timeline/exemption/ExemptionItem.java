package dev.cutoff.timeline.exemption;

import dev.cutoff.commons.bulk.Bulk;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** For the contract only: the item of an upsert says whose it is. */
@Schema(
        description =
                "Exemptions and whose they are; found again by tenant, programme, protocol, qualifier, kind and requestedAt. An absent field"
                        + " keeps, null clears",
        allOf = NewExemption.class)
record ExemptionItem(
        @NotNull @Schema(description = "Tenant whose it is", examples = "8bb6f14a-714e-4fdc-89f6-05418818a00b")
        UUID tenantId) {

    @Schema(name = "ExemptionUpsert", description = "One to a thousand items")
    record Upsert(
            @NotNull @Size(min = 1, max = Bulk.MOST) @Schema(description = "The items")
            List<ExemptionItem> items) {}

    /** What a request for exemptions is answered with. */
    @Schema(
            name = "Exemptions",
            description = "One exemption for each protocol of the request",
            requiredProperties = "items")
    record Answer(
            @Schema(description = "In the order of the protocols")
            List<ExemptionView> items) {}
}
