package dev.cutoff.inventory.message;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One message as it was published once. */
@Schema(
        description =
                "A message of the vendor to a tenant, as it was published once; the same id comes again with other dates")
record ServiceMessage(
        @NotNull @Schema(description = "Tenant that it was sent to", examples = "8bb6f14a-714e-4fdc-89f6-05418818a00b")
        UUID tenantId,

        @NotNull @Schema(description = "Id of the message", examples = "MC237741")
        String id,

        @NotNull @Schema(
                description = "When the vendor changed it last; with the id, its key",
                examples = "2022-09-01T16:12:04Z")
        Instant lastModifiedDateTime,

        @NotNull @Schema(description = "Title", examples = "(Updated) Basic Authentication: deprecation in Exchange Online")
        String title,

        @Nullable @Schema(description = "Category, in the vendor's words", examples = "planForChange", nullable = true)
        String category,

        @Nullable @Schema(description = "Severity, in the vendor's words", examples = "normal", nullable = true)
        String severity,

        @NotNull @Schema(description = "Services that it is about", examples = "[\"Exchange Online\"]")
        List<String> services,

        @NotNull @Schema(description = "The vendor's tags", examples = "[\"Admin impact\", \"Retirement\"]")
        List<String> tags,

        @NotNull @Schema(description = "Whether the vendor calls it a major change; not to be relied on", examples = "false")
        boolean isMajorChange,

        @Nullable @Schema(description = "When it was published first", examples = "2021-02-04T19:03:15Z", nullable = true)
        Instant startDateTime,

        @Nullable @Schema(description = "When it ceases to be shown", examples = "2022-06-30T07:00:00Z", nullable = true)
        Instant endDateTime,

        @Nullable @Schema(
                description = "By when something is to be done; mostly null",
                examples = "2022-10-01T00:00:00Z",
                nullable = true)
        Instant actionRequiredByDateTime,

        @Nullable @Schema(description = "When it expires", examples = "2022-06-30T07:00:00Z", nullable = true)
        Instant expiryDateTime,

        @NotNull @Schema(
                type = SchemaType.ARRAY,
                implementation = Object.class,
                description = "Links and other details, as the vendor has them",
                examples = "[{\"name\": \"ExternalLink\", \"value\": \"https://example.com\"}]")
        JsonNode details,

        @Nullable @Schema(
                description = "Text, in HTML; not to be shown without cleaning",
                examples = "<p>We are ...</p>",
                nullable = true)
        String body) {}
