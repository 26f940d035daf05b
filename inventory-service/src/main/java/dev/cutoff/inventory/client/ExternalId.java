package dev.cutoff.inventory.client;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What another system calls a client. */
@Schema(description = "What another system calls a client")
public record ExternalId(
        @NotNull @Schema(description = "The other system", examples = "servicenow")
        String source,

        @NotNull @Schema(description = "Id there", examples = "e0310770c7804e33a7d8b7bf0a24e280")
        String id) {}
