package dev.cutoff.inventory.tenant;

import dev.cutoff.commons.contract.StandardAnswers;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a caller may write of a tenant.
 *
 * @param name of the organisation
 * @param primaryDomain its main mail domain
 * @param cloud worldwide unless stated
 * @param createdOn day the tenant was created at the vendor; null if unknown
 * @param timeZone for days and hours in mails; UTC unless stated
 * @param locale for mails; English unless stated
 * @param decisionContact who can opt out and re-enable
 * @param fallbackContact who hears of what nobody owns
 * @param groups what it is looked at by: waves, customers
 * @param licences products that it has bought, by the vendor's name; null if unknown
 */
@Schema(
        description = "What may be written of a tenant; an absent field keeps, null clears",
        extensions = @Extension(name = StandardAnswers.PARTIAL, value = "true"))
public record TenantContent(
        @NotBlank @Size(max = 200) @Pattern(regexp = LINE, message = ONE_LINE) @Schema(description = "Name of the organisation", examples = "Contoso")
        String name,

        @Nullable @Size(max = 253) @Pattern(
                regexp = "([a-z0-9]([a-z0-9-]*[a-z0-9])?\\.)+[a-z0-9-]+",
                message = "must be a domain such as contoso.example, in lower case")
        @Schema(description = "Main mail domain", examples = "contoso.example", nullable = true)
        String primaryDomain,

        @Schema(description = "Cloud; worldwide unless stated")
        Cloud cloud,

        @Nullable @Schema(
                description = "Day on which the tenant was created at the vendor; null if unknown",
                examples = "2016-04-11",
                nullable = true)
        LocalDate createdOn,

        @Schema(
                description = "For days and hours in mails; UTC unless stated",
                examples = "Asia/Tokyo",
                implementation = String.class)
        ZoneId timeZone,

        @Pattern(regexp = "[a-z]{2,3}(-[A-Za-z0-9]{2,8})*", message = "must be a language tag such as en or ja")
        @Schema(description = "Language of mails (BCP 47); en unless stated", examples = "ja")
        String locale,

        @Nullable @Email @Size(max = 254) @Schema(
                description = "Mail address of who can opt out and re-enable",
                examples = "global-admin@contoso.example",
                nullable = true)
        String decisionContact,

        @Nullable @Email @Size(max = 254) @Schema(
                description = "Mail address of who hears of what nobody owns",
                examples = "mail-admins@contoso.example",
                nullable = true)
        String fallbackContact,

        @Nullable @Size(max = 50) @Schema(description = "What it is looked at by: waves, customers", examples = "[\"wave-2\"]", nullable = true)
        List<@NotBlank @Size(max = 100) @Pattern(regexp = LINE, message = ONE_LINE) String> groups,

        @Nullable @Size(max = 200) @Schema(
                description = "Products that it has bought, by the vendor's name for them; null if unknown",
                examples = "[\"O365_BUSINESS_PREMIUM\"]",
                nullable = true)
        List<@NotBlank @Size(max = 100) @Pattern(regexp = LINE, message = ONE_LINE) String> licences) {

    private static final String LINE = "[^\\x00-\\x1f\\x7f]*";
    private static final String ONE_LINE = "must be one line";

    public TenantContent {
        cloud = Objects.requireNonNullElse(cloud, Cloud.WORLDWIDE);
        timeZone = Objects.requireNonNullElse(timeZone, ZoneOffset.UTC);
        locale = Objects.requireNonNullElse(locale, "en");
        groups = groups == null ? List.of() : groups.stream().distinct().toList();
        licences =
                licences == null ? null : licences.stream().distinct().sorted().toList();
    }
}
