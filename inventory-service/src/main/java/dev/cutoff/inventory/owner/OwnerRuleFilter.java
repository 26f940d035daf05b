package dev.cutoff.inventory.owner;

import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which rules a list shows. */
record OwnerRuleFilter(
        @Parameter(description = "Only rules of this tenant", example = "8bb6f14a-714e-4fdc-89f6-05418818a00b")
        @QueryParam("tenant")
        @Nullable UUID tenant,

        @Parameter(description = "Only rules that go by this", example = "account") @QueryParam("kind") @Nullable OwnerRuleKind kind,

        @Parameter(
                description = "Only rules with this value, whatever its case, accents and width",
                example = "scanner1@contoso.example")
        @QueryParam("value")
        @Size(max = 320) @Nullable String value,

        @Parameter(description = "Only rules that name this owner", example = "2c1f1a1e-60a4-8f2e-9a51-5f1d2f0f9d11")
        @QueryParam("owner")
        @Nullable UUID owner) {}
