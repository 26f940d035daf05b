package dev.cutoff.inventory.coverage;

import dev.cutoff.inventory.vocabulary.Protocol;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which coverage a list shows. */
record CoverageFilter(
        @Parameter(description = "Only coverage of this tenant", example = "8bb6f14a-714e-4fdc-89f6-05418818a00b")
        @QueryParam("tenant")
        @Nullable UUID tenant,

        @Parameter(description = "Only coverage of this protocol", example = "imap") @QueryParam("protocol") @Nullable Protocol protocol,

        @Parameter(
                description = "Month to compare with the vendor's count; the latest that it has counted without it",
                example = "2022-08")
        @QueryParam("month")
        @Pattern(regexp = "\\d{4}-(0[1-9]|1[0-2])", message = "must be a month such as 2022-08")
        @Nullable String month) {

    @Nullable LocalDate firstOfMonth() {
        return month == null ? null : LocalDate.parse(month + "-01");
    }
}
