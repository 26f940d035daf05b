package dev.cutoff.commons.audit;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One entry of the trail of a tenant: of any resource, or of a request that was refused. */
@Schema(description = "What somebody did, or was refused, as the audit trail has it")
public record TrailEntry(
        @NotNull @Schema(description = "Rises with every entry of the trail", examples = "4711")
        long id,

        @NotNull @Schema(description = "When it was recorded, UTC", examples = "2026-11-22T08:00:00Z")
        Instant at,

        @NotNull @Schema(
                description = "Who: the subject of the token, or the job",
                examples = "e1f7b2b4-0a3c-4f5e-9f0a-1f2f6f7f1c11")
        String actor,

        @NotNull @Schema(description = "What was done", examples = "refused")
        String action,

        @NotNull @Schema(description = "Kind of resource", examples = "exemption")
        String kind,

        @NotNull @Schema(
                description = "Id of the resource; of what was refused, which has none, what it was about",
                examples = "exchange-online-basic-auth")
        String resource,

        @Nullable @Schema(
                description = "Why, in the words of the request; null if it gave none",
                examples = "CHG0031337",
                nullable = true)
        String reason,

        @Nullable @Schema(description = "As it was; null if it was new", type = SchemaType.OBJECT, nullable = true)
        Object before,

        @Nullable @Schema(
                description = "As it was then; of what was refused, the request and the problem",
                type = SchemaType.OBJECT,
                nullable = true)
        Object after) {}
