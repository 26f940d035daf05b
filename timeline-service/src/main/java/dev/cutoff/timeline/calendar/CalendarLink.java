package dev.cutoff.timeline.calendar;

import dev.cutoff.timeline.rule.Protocol;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A calendar that somebody may subscribe to: on the wire and in a row. */
@Schema(
        description = "A calendar that can be subscribed to by whoever has its link",
        requiredProperties = {
            "id",
            "version",
            "name",
            "tenants",
            "programmes",
            "protocols",
            "createdAt",
            "createdBy",
            "expiresAt",
            "revokedAt",
            "revokedBy"
        })
record CalendarLink(
        @Schema(description = "Id of the link", examples = "c3a1d5a2-93b8-4c8e-a1d2-7f0e6b9c4a10")
        UUID id,

        @Schema(description = "Rises when it is revoked; the ETag", examples = "1")
        long version,

        @Schema(description = "Name of the calendar", examples = "Mail protocols of Contoso")
        String name,

        @Schema(description = "Tenants whose dates are in it")
        List<UUID> tenants,

        @Schema(description = "Only these programmes; all if empty")
        List<String> programmes,

        @Schema(description = "Only these protocols; all if empty")
        List<Protocol> protocols,

        @Schema(description = "When it was made", examples = "2026-11-22T08:00:00Z")
        Instant createdAt,

        @Schema(description = "Who made it", examples = "operator@contoso.example")
        String createdBy,

        @Schema(description = "From when it opens nothing any more (real time)", examples = "2027-11-23T08:00:00Z")
        Instant expiresAt,

        @Nullable @Schema(
                description = "When it was revoked; null if it was not",
                examples = "2026-12-01T08:00:00Z",
                nullable = true)
        Instant revokedAt,

        @Nullable @Schema(description = "Who revoked it; null if nobody has", examples = "admin@contoso.example", nullable = true)
        String revokedBy) {

    /** A link as it is told once, to who made it. */
    @Schema(
            description =
                    "A new link. Its address is told this once: it opens the calendar without a token, and nothing else",
            requiredProperties = {"link", "url"})
    record Made(
            @Schema(description = "The link") CalendarLink link,

            @Schema(
                    description = "What to subscribe to",
                    examples =
                            "https://timeline.example/v1/calendar-links/c3a1d5a2-93b8-4c8e-a1d2-7f0e6b9c4a10/calendar.ics?key=eyJ...")
            String url) {}

    CalendarChoice choice() {
        return new CalendarChoice(Set.copyOf(programmes), Set.copyOf(protocols));
    }

    CalendarLink revoked(Instant at, String by) {
        return new CalendarLink(
                id, version + 1, name, tenants, programmes, protocols, createdAt, createdBy, expiresAt, at, by);
    }
}
