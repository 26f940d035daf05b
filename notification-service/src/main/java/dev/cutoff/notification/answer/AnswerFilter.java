package dev.cutoff.notification.answer;

import dev.cutoff.notification.ladder.AnswerKind;
import dev.cutoff.notification.ladder.AnswerStanding;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which answers a list shows. */
record AnswerFilter(
        @Parameter(description = "Only those about this tenant", example = "8bb6f14a-714e-4fdc-89f6-05418818a00b")
        @QueryParam("tenant")
        @Nullable UUID tenant,

        @Parameter(description = "Only those about this client", example = "0f0d5d1e-6f3a-4c55-9a57-5f8a4f0f6a11")
        @QueryParam("client")
        @Nullable UUID client,

        @Parameter(description = "Only those of this mail address", example = "nao.kato@contoso.example")
        @QueryParam("person")
        @Size(max = 254) @Nullable String person,

        @Parameter(
                description =
                        "Only those about this programme, or about all that stops; one that there is not is 400 with those that there are",
                example = "exchange-online-basic-auth")
        @QueryParam("programme")
        @Size(min = 1, max = 200) @Nullable String programme,

        @Parameter(description = "Only those that say this", example = "need-help") @QueryParam("kind") @Nullable AnswerKind kind,

        @Parameter(description = "Only those that stand so", example = "contradicted") @QueryParam("standing") @Nullable AnswerStanding standing) {

    @Nullable String lowerCasedPerson() {
        return person == null ? null : person.toLowerCase(Locale.ROOT);
    }
}
