package dev.cutoff.inventory.tenant;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A tenant as it is: on the wire, in the feed, and in a row. */
@Schema(description = "A Microsoft 365 organisation")
public record Tenant(
        @NotNull @Schema(description = "Id of the tenant at the vendor", examples = "8bb6f14a-714e-4fdc-89f6-05418818a00b")
        UUID id,

        @NotNull @Schema(description = "Rises with every change; the ETag", examples = "1")
        long version,

        @NotNull @Schema(description = "Name of the organisation", examples = "Contoso")
        String name,

        @Nullable @Schema(description = "Main mail domain", examples = "contoso.example", nullable = true)
        String primaryDomain,

        @NotNull @Schema(description = "Cloud that it lives in")
        Cloud cloud,

        @Nullable @Schema(
                description = "Day on which it was created at the vendor; null if unknown",
                examples = "2016-04-11",
                nullable = true)
        LocalDate createdOn,

        @NotNull @Schema(description = "For days and hours in mails", examples = "Asia/Tokyo", implementation = String.class)
        ZoneId timeZone,

        @NotNull @Schema(description = "Language of mails", examples = "ja")
        String locale,

        @Nullable @Schema(
                description = "Mail address of who can opt out and re-enable",
                examples = "global-admin@contoso.example",
                nullable = true)
        String decisionContact,

        @Nullable @Schema(
                description = "Mail address of who hears of what nobody owns",
                examples = "mail-admins@contoso.example",
                nullable = true)
        String fallbackContact,

        @NotNull @Schema(description = "What it is looked at by: waves, customers", examples = "[\"wave-2\"]")
        List<String> groups,

        @Nullable @Schema(
                description = "Products that it has bought, by the vendor's name for them; null if unknown",
                examples = "[\"O365_BUSINESS_PREMIUM\"]",
                nullable = true)
        List<String> licences) {

    static Tenant of(UUID id, long version, TenantContent content) {
        return new Tenant(
                id,
                version,
                content.name(),
                content.primaryDomain(),
                content.cloud(),
                content.createdOn(),
                content.timeZone(),
                content.locale(),
                content.decisionContact(),
                content.fallbackContact(),
                content.groups(),
                content.licences());
    }

    TenantContent content() {
        return new TenantContent(
                name,
                primaryDomain,
                cloud,
                createdOn,
                timeZone,
                locale,
                decisionContact,
                fallbackContact,
                groups,
                licences);
    }

    /** The tenant with this content, one version on; the same tenant if nothing differs. */
    Tenant with(TenantContent content) {
        return content.equals(content()) ? this : of(id, version + 1, content);
    }
}
