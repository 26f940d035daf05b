package dev.cutoff.commons.change;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A change of one resource, as a CloudEvent 1.0 in structured JSON. */
@Schema(description = "A change of one resource: a CloudEvent 1.0 in structured JSON")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CloudEvent(
        @NotNull @Schema(description = "Version of CloudEvents", examples = "1.0")
        String specversion,

        @NotNull @Schema(
                description = "Same id, same resource at the same version: a reader may drop the second",
                examples = "client/0f0d5d1e-6f3a-4c55-9a57-5f8a4f0f6a11@3")
        String id,

        @NotNull @Schema(description = "Which service", examples = "/inventory")
        String source,

        @NotNull @Schema(description = "Kind of resource and of event", examples = "cutoff.client.changed.v1")
        String type,

        @NotNull @Schema(description = "Id of the resource", examples = "0f0d5d1e-6f3a-4c55-9a57-5f8a4f0f6a11")
        String subject,

        @NotNull @Schema(description = "When it was recorded, UTC", examples = "2026-11-22T08:00:00Z")
        Instant time,

        @NotNull @Schema(description = "Media type of `data`", examples = "application/json")
        String datacontenttype,

        @Nullable @Schema(
                description = "Tenant of the resource; absent where it has none",
                examples = "8bb6f14a-714e-4fdc-89f6-05418818a00b",
                nullable = true)
        UUID tenantid,

        @NotNull @Schema(
                description =
                        "The whole resource as GET answers it now; of a deleted one its id, version and `deleted`",
                type = SchemaType.OBJECT)
        Object data) {

    /** What is left of a deleted resource. */
    public record Tombstone(String id, long version, boolean deleted) {}
}
