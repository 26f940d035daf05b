package dev.cutoff.notification.branding;

import dev.cutoff.commons.json.PlainText;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What may be written of a branding: text only, of which nothing can become markup, another header, or turn the text around. */
@Schema(name = "BrandingContent", description = "How the mail about a tenant shall look, and whom it shall name")
record BrandingContent(
        @NotBlank @Size(max = 80) @Pattern(regexp = PlainText.LINE, message = "must be one line of plain text") @Schema(description = "Whose mail it is; one line", examples = "Contoso IT")
        String name,

        @Nullable @Pattern(regexp = "#[0-9A-Fa-f]{6}", message = "must be a colour such as #0b5cab") @Schema(
                description =
                        "Colour of the head, as in CSS: white text must be readable on it (contrast of 4.5:1 at least, WCAG"
                                + " AA). Absent or null for the suite's own",
                examples = "#0b5cab",
                nullable = true)
        String colour,

        @Nullable @Email @Size(max = 254) @Schema(
                description = "Mail address of who answers questions. Absent or null for the tenant's contacts",
                examples = "helpdesk@contoso.example",
                nullable = true)
        String contact,

        @Nullable @Size(max = 500) @Pattern(regexp = PlainText.LINES, message = "must be plain text") @Schema(
                description = "Text at the foot of the mail, of a few lines. Absent or null for none",
                examples = "IT service desk, extension 4711",
                nullable = true)
        String footer) {

    BrandingContent {
        colour = colour == null ? null : colour.toLowerCase(Locale.ROOT);
        footer = footer == null || footer.isBlank() ? null : footer;
    }
}
