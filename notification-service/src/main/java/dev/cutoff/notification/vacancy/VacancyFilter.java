package dev.cutoff.notification.vacancy;

import dev.cutoff.notification.escalation.VacancyReason;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which vacancies a list shows. */
record VacancyFilter(
        @Parameter(description = "Only those of this tenant", example = "8bb6f14a-714e-4fdc-89f6-05418818a00b")
        @QueryParam("tenant")
        @Nullable UUID tenant,

        @Parameter(
                description = "Only those of this programme; one that there is not is 400 with those that there are",
                example = "exchange-online-basic-auth")
        @QueryParam("programme")
        @Size(max = 200) @Nullable String programme,

        @Parameter(description = "Only those for this reason", example = "no-answer") @QueryParam("reason") @Nullable VacancyReason reason,

        @Parameter(description = "Only those of which something stops on this day or earlier", example = "2022-10-31")
        @QueryParam("to")
        @Nullable LocalDate to) {}
