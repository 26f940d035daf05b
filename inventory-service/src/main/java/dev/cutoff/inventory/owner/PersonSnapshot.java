package dev.cutoff.inventory.owner;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Somebody beside an owner as they were when it was stated: a copy, which does not follow what is said of the same address elsewhere. */
@Schema(description = "Somebody beside an owner, as they were when it was stated")
public record PersonSnapshot(
        @Nullable @Schema(description = "Name; null if it was not stated", examples = "Aiko Novak", nullable = true)
        String name,

        @NotNull @Schema(description = "Mail address in lower case", examples = "aiko.novak@contoso.example")
        String email,

        @Nullable @Schema(description = "Language of mails; null for the tenant's", examples = "ja", nullable = true)
        String locale,

        @Nullable @Schema(
                description = "When it was first stated so; null if that was before it was kept",
                examples = "2026-11-22T08:00:00Z",
                nullable = true)
        Instant statedAt) {

    /** The person as stated now; the same snapshot if nothing else was stated. */
    static @Nullable PersonSnapshot of(@Nullable Person stated, @Nullable PersonSnapshot before, Instant now) {
        if (stated == null) {
            return null;
        }
        return before != null && stated.equals(before.person())
                ? before
                : new PersonSnapshot(stated.name(), stated.email(), stated.locale(), now);
    }

    Person person() {
        return new Person(name, email, locale);
    }
}
