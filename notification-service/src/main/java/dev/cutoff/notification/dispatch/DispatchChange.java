package dev.cutoff.notification.dispatch;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What shall hold from now on. */
@Schema(description = "What shall hold from now on; it takes the place of what was set before")
record DispatchChange(
        @NotNull @Schema(description = "Whether mail leaves")
        DispatchState state,

        @Nullable @Size(max = 100) @Schema(
                description =
                        "Mail addresses of people to whom mail leaves while it is held, so that they can say how it looks; nobody if absent",
                examples = "[\"pilot@contoso.example\"]",
                nullable = true)
        List<
                        @NotNull @Size(max = 254) @Pattern(regexp = "[^\\s@<>]+@[^\\s@<>]+", message = "must be a mail address") String>
                pilots) {

    /** In lower case, as people are known, and each once. */
    List<String> people() {
        return pilots == null
                ? List.of()
                : pilots.stream()
                        .map(address -> address.toLowerCase(Locale.ROOT))
                        .distinct()
                        .sorted()
                        .toList();
    }

    boolean isAs(Dispatch before) {
        return state == before.state() && people().equals(before.pilots());
    }

    boolean letsOut() {
        return switch (state) {
            case RELEASED -> true;
            case HELD -> !people().isEmpty();
            case PAUSED -> false;
        };
    }
}
