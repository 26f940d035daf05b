package dev.cutoff.timeline.rule;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A dated step of a rule. What a kind of step has no use for is null.
 *
 * @param from first day; null if it is to be announced
 * @param to last day; null if the vendor did not say
 * @param precision of a cutoff that falls into this phase and has no day yet
 * @param confidence null if it is that of the revision
 * @param channel of a window: how an exemption is asked for
 * @param beforeOpening how it can be asked for before the window opens; null if not at all
 * @param budget how often, for each protocol; null if the vendor set no limit
 * @param takesEffectWithin longest time until an exemption works
 * @param lastsUntil last day on which an exemption works
 * @param lasts longest duration of a temporary test
 */
@Schema(
        description = "A dated step; what a kind of step has no use for is null",
        requiredProperties = {"kind", "from", "to", "precision"})
public record Phase(
        @Schema(description = "Kind of step") PhaseKind kind,

        @Nullable @Schema(description = "First day; null if it is to be announced", examples = "2022-10-01", nullable = true)
        LocalDate from,

        @Nullable @Schema(description = "Last day; null if the vendor did not say", examples = "2022-12-31", nullable = true)
        LocalDate to,

        @Schema(description = "Of a cutoff that falls into this step and has no day yet")
        Precision precision,

        @Nullable @Schema(description = "How well it is sourced; null if like the revision", nullable = true)
        Confidence confidence,

        @Nullable @Schema(description = "How an exemption is asked for", nullable = true)
        Channel channel,

        @Nullable @Schema(
                description = "How an exemption can be asked for before the window opens; null if not at all",
                nullable = true)
        Channel beforeOpening,

        @Nullable @Schema(description = "In which order tenants are taken", nullable = true)
        Order order,

        @Nullable @Schema(description = "Days between the vendor's notice and its day", examples = "7", nullable = true)
        Integer noticeDays,

        @Nullable @Schema(description = "How often, for each protocol; null if without limit", examples = "1", nullable = true)
        Integer budget,

        @Nullable @JsonFormat(shape = JsonFormat.Shape.STRING)
        @Schema(
                description = "Longest time until an exemption works (ISO 8601)",
                examples = "PT1H",
                implementation = String.class,
                nullable = true)
        Duration takesEffectWithin,

        @Nullable @Schema(description = "Last day on which an exemption works", examples = "2022-12-31", nullable = true)
        LocalDate lastsUntil,

        @Nullable @JsonFormat(shape = JsonFormat.Shape.STRING)
        @Schema(
                description = "Longest duration of a temporary test (ISO 8601)",
                examples = "PT48H",
                implementation = String.class,
                nullable = true)
        Duration lasts,

        @Nullable @Schema(
                description = "What else the vendor said of it",
                examples = "In the first week of January 2023",
                nullable = true)
        String note) {

    public Phase {
        Words.required(kind, "kind");
        Words.require(from == null || to == null || !to.isBefore(from), "to must not be before from");
        Words.require(budget == null || budget > 0, "budget must be at least 1; leave it out if there is no limit");
        Words.require(noticeDays == null || noticeDays >= 0, "noticeDays must not be negative");
        Words.require(
                from == null || lastsUntil == null || !lastsUntil.isBefore(from), "lastsUntil must not be before from");
        var isWindow = kind == PhaseKind.OPT_OUT_WINDOW || kind == PhaseKind.RE_ENABLE_WINDOW;
        Words.require(!isWindow || channel != null, "channel must be given for a window");
        Words.require(!isWindow || from != null && to != null, "from and to must be given for a window");
        precision = precision == null ? from == null ? Precision.TBA : Precision.DAY : precision;
    }

    Span span(ZoneId zone) {
        return Span.ofDays(from, to, zone);
    }
}
