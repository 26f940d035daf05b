package dev.cutoff.inventory.owner;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Somebody beside an owner, such as the deputy, as a caller states them. */
@Schema(description = "Somebody beside an owner, as stated")
public record Person(
        @Nullable @Size(max = 200) @Pattern(regexp = OwnerContent.LINE, message = OwnerContent.ONE_LINE) @Schema(description = "Name", examples = "Aiko Novak", nullable = true)
        String name,

        @NotNull @Email @Size(min = 3, max = 254) @Schema(description = "Mail address", examples = "aiko.novak@contoso.example")
        String email,

        @Nullable @Pattern(regexp = OwnerContent.LANGUAGE, message = OwnerContent.A_LANGUAGE) @Schema(description = "Language of mails (BCP 47); null for the tenant's", examples = "ja", nullable = true)
        String locale) {

    public Person {
        email = OwnerContent.lowerCase(email);
    }
}
