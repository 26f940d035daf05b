package dev.cutoff.notification.branding;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How the mail about a tenant looks and whom it names, as it is shown. */
@Schema(description = "How the mail about a tenant looks, and whom it names")
public record Branding(
        @NotNull @Schema(description = "The tenant", examples = "8bb6f14a-714e-4fdc-89f6-05418818a00b")
        UUID tenantId,

        @NotNull @Schema(description = "Rises with every change, also over a removal; the ETag", examples = "1")
        long version,

        @NotNull @Schema(
                description = "Whose mail it is: stands in the head of the mail and as the name of its sender",
                examples = "Contoso IT")
        String name,

        @Nullable @Schema(
                description = "Colour of the head, as in CSS; null for the suite's own",
                examples = "#0b5cab",
                nullable = true)
        String colour,

        @Nullable @Schema(
                description = "Who answers questions, before the tenant's contacts; null for those",
                examples = "helpdesk@contoso.example",
                nullable = true)
        String contact,

        @Nullable @Schema(
                description = "Text at the foot of the mail; null for none",
                examples = "IT service desk, extension 4711",
                nullable = true)
        String footer) {

    BrandingContent content() {
        return new BrandingContent(name, colour, contact, footer);
    }

    /** Whether mail in both looks and names the same, so that one mail may be in it. */
    public boolean isAs(Branding other) {
        return content().equals(other.content());
    }
}
