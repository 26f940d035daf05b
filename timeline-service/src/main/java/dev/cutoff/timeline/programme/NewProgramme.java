package dev.cutoff.timeline.programme;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A retirement of which the catalogue did not know. */
@Schema(
        description =
                "A vendor's retirement of which the catalogue did not know; what was announced about it is posted to its revisions")
record NewProgramme(
        @NotNull @Size(max = 100) @Pattern(regexp = CatalogueFiles.PROGRAMME_ID, message = "must be a name such as exchange-online-basic-auth") @Schema(description = "Its id from now on", examples = "smtp-auth-basic")
        String id,

        @NotBlank @Size(max = 200) @Schema(description = "What is retired", examples = "Basic authentication for client submission (SMTP AUTH)")
        String title,

        @Nullable @Schema(
                description = "When it was last compared with what the vendor says; today unless stated",
                examples = "2026-11-22",
                nullable = true)
        LocalDate checkedOn) {

    /** Somebody has compared a programme with what the vendor says. */
    @Schema(name = "ProgrammeChecked", description = "A programme was compared with what the vendor says")
    record Checked(
            @Nullable @Schema(
                    description = "On which day; today unless stated. An earlier day than is on file changes nothing",
                    examples = "2026-11-22",
                    nullable = true)
            LocalDate checkedOn) {}
}
