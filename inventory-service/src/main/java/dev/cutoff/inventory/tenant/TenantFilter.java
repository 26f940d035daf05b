package dev.cutoff.inventory.tenant;

import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which tenants a list shows. */
record TenantFilter(
        @Parameter(description = "Only tenants of this cloud", example = "gcc") @QueryParam("cloud") @Nullable Cloud cloud,

        @Parameter(description = "Only the tenant with this main mail domain", example = "contoso.example")
        @QueryParam("primaryDomain")
        @Size(max = 253) @Nullable String primaryDomain,

        @Parameter(description = "Only tenants of this group", example = "wave-2")
        @QueryParam("group")
        @Size(max = 100) @Nullable String group,

        @Parameter(description = "Only tenants that have this licence", example = "O365_BUSINESS_PREMIUM")
        @QueryParam("licence")
        @Size(max = 100) @Nullable String licence,

        @Parameter(
                description = "Part of the name, domain or id, whatever its case, accents and width",
                example = "conto")
        @QueryParam("q")
        @Size(max = 200) @Nullable String q) {}
