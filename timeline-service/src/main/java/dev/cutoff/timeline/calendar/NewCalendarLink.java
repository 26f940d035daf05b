package dev.cutoff.timeline.calendar;

import dev.cutoff.timeline.rule.Protocol;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What shall be in a calendar to subscribe to. */
@Schema(description = "What shall be in a calendar to subscribe to")
record NewCalendarLink(
        @NotBlank @Size(max = 200) @Pattern(regexp = "[^\\x00-\\x1f\\x7f]*", message = "must be one line") @Schema(description = "Name of the calendar", examples = "Mail protocols of Contoso")
        String name,

        @NotEmpty @Size(max = Calendars.MOST_TENANTS) @Schema(description = "Tenants whose dates are in it")
        List<@NotNull UUID> tenants,

        @Nullable @Size(max = 100) @Schema(description = "Only these programmes; all unless stated", nullable = true)
        List<@NotBlank String> programmes,

        @Nullable @Size(max = 50) @Schema(description = "Only these protocols; all unless stated", nullable = true)
        List<@NotNull Protocol> protocols) {

    NewCalendarLink {
        programmes = programmes == null ? List.of() : programmes;
        protocols = protocols == null ? List.of() : protocols;
    }

    CalendarChoice choice() {
        return new CalendarChoice(Set.copyOf(programmes), Set.copyOf(protocols));
    }

    /** Why somebody revokes a link. */
    @Schema(name = "CalendarLinkRevocation", description = "The link shall open nothing any more")
    record Revocation(
            @Nullable @Size(max = 500) @Schema(
                    description = "Why, for the audit trail",
                    examples = "The address was posted in a chat",
                    nullable = true)
            String reason) {}
}
