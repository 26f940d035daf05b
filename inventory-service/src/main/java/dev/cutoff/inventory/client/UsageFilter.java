package dev.cutoff.inventory.client;

import dev.cutoff.inventory.vocabulary.AuthMethod;
import dev.cutoff.inventory.vocabulary.Protocol;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which usages a list shows. */
record UsageFilter(
        @Parameter(description = "Only usages in this tenant", example = "8bb6f14a-714e-4fdc-89f6-05418818a00b")
        @QueryParam("tenant")
        @Nullable UUID tenant,

        @Parameter(
                description = "Only usages of this account, by address, user id or app id",
                example = "scanner1@contoso.example")
        @QueryParam("account")
        @Size(max = 320) @Nullable String account,

        @Parameter(description = "Only usages of this protocol", example = "smtp-auth")
        @QueryParam("protocol")
        @Nullable Protocol protocol,

        @Parameter(description = "Only usages with this auth method", example = "basic")
        @QueryParam("authMethod")
        @Nullable AuthMethod authMethod,

        @Parameter(description = "Only usages with this qualifier", example = "14.1")
        @QueryParam("qualifier")
        @Size(max = 200) @Nullable String qualifier,

        @Parameter(
                description =
                        "Instead of the usages, those that neither succeeded nor were blocked: attempts are not use",
                example = "false")
        @QueryParam("attemptsOnly")
        @DefaultValue("false")
        boolean attemptsOnly) {

    @Nullable String accountKey() {
        return account == null ? null : account.toLowerCase(Locale.ROOT);
    }
}
