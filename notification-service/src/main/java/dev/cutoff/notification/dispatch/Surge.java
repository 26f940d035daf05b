package dev.cutoff.notification.dispatch;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Why the mail about a tenant holds itself. */
@Schema(
        description =
                "Why it holds itself: the plan tells more than twice as many people as when it was last let out, and at least 25 more")
public record Surge(
        @NotNull @Schema(description = "How many people the plan would tell", examples = "140")
        int people,

        @NotNull @Schema(description = "How many it told when it was last let out", examples = "12")
        int reviewed) {

    /** A few more are no surprise, however few there were. */
    private static final int MORE = 25;

    private static final int TIMES = 2;

    /** @param reviewed null if nobody has let out a plan that tells anybody: then there is nothing to be surprised by */
    static boolean is(int people, @Nullable Integer reviewed) {
        return reviewed != null && people > TIMES * reviewed && people >= reviewed + MORE;
    }
}
