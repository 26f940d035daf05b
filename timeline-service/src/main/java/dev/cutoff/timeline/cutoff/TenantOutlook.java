package dev.cutoff.timeline.cutoff;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What holds for one tenant. */
@Schema(
        description = "What holds for one tenant at a moment, by what was known on a day",
        requiredProperties = {"tenantId", "at", "knownOn", "catalogueVersion", "warnings", "protocols"})
record TenantOutlook(
        @Schema(description = "Id of the tenant", examples = "8bb6f14a-714e-4fdc-89f6-05418818a00b")
        UUID tenantId,

        @Schema(description = "The moment in question", examples = "2022-10-15T00:00:00Z")
        Instant at,

        @Schema(description = "The day by whose end (UTC) the facts were known", examples = "2022-10-15")
        LocalDate knownOn,

        @Schema(description = "Version of the catalogue that the answer comes from", examples = "3")
        long catalogueVersion,

        @Schema(
                description =
                        "What to keep in mind about the answer, such as a catalogue that nobody has checked for long")
        List<String> warnings,

        @Schema(description = "By programme, protocol and auth method")
        List<ProtocolOutlook> protocols) {}
