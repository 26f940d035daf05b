package dev.cutoff.inventory.coverage;

import dev.cutoff.inventory.vocabulary.Protocol;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A figure of the vendor's. */
@Schema(name = "VendorCount", description = "How many accounts the vendor counted on a protocol with Basic in a month")
record VendorCountItem(
        @NotNull @Schema(description = "Tenant", examples = "8bb6f14a-714e-4fdc-89f6-05418818a00b")
        UUID tenantId,

        @NotNull Protocol protocol,

        @NotNull @Pattern(regexp = "\\d{4}-(0[1-9]|1[0-2])", message = "must be a month such as 2022-08")
        @Schema(description = "Month that was counted", examples = "2022-08")
        String month,

        @NotNull @Min(0) @Max(100_000_000) @Schema(description = "Accounts that succeeded at least once in it", examples = "5")
        Integer count,

        @Nullable @Size(min = 1, max = 100) @Pattern(regexp = "[^\\x00-\\x1f\\x7f]*", message = "must be one line") @Schema(description = "Who says so; `manual` unless stated", examples = "manual", nullable = true)
        String source) {

    private static final String BY_HAND = "manual";

    VendorCount count(UUID tenant) {
        return new VendorCount(
                tenant, protocol, LocalDate.parse(month + "-01"), Objects.requireNonNullElse(source, BY_HAND), count);
    }
}
