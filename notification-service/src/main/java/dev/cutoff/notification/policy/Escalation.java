package dev.cutoff.notification.policy;

import static java.util.Objects.requireNonNull;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How long each in line has time to answer. */
@Schema(description = "How many working days each in line has to answer before the next one is told")
public record Escalation(
        @Nullable @Min(1) @Max(60) @Schema(
                description = "Working days from the first mail to the owner until the deputy is told",
                examples = "5",
                nullable = true)
        Integer deputyAfter,

        @Nullable @Min(1) @Max(60) @Schema(
                description = "Working days after the deputy until the manager is told",
                examples = "3",
                nullable = true)
        Integer managerAfter,

        @Nullable @Min(1) @Max(60) @Schema(
                description = "Working days after the manager until the tenant's contact is told",
                examples = "2",
                nullable = true)
        Integer contactAfter,

        @Nullable @Min(1) @Max(365) @Schema(
                description =
                        "Days before a cutoff from which silence moves on; what was told earlier counts from there. A bounce, and the word that it"
                                + " is somebody else's, move on at once",
                examples = "14",
                nullable = true)
        Integer fromDays) {

    static final Escalation DEFAULT = new Escalation(5, 3, 2, 14);

    /** Of an effective policy, in which every field is set. */
    public int deputyDays() {
        return requireNonNull(deputyAfter);
    }

    public int managerDays() {
        return requireNonNull(managerAfter);
    }

    public int contactDays() {
        return requireNonNull(contactAfter);
    }

    public int nearDays() {
        return requireNonNull(fromDays);
    }

    Escalation over(@Nullable Escalation wider) {
        return wider == null
                ? this
                : new Escalation(
                        deputyAfter == null ? wider.deputyAfter : deputyAfter,
                        managerAfter == null ? wider.managerAfter : managerAfter,
                        contactAfter == null ? wider.contactAfter : contactAfter,
                        fromDays == null ? wider.fromDays : fromDays);
    }
}
