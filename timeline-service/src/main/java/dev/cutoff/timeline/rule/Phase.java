package dev.cutoff.timeline.rule;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
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
 * @param budget how often, for each protocol; null unless the vendor gave a number
 * @param allowance of a window: whether that is a number, no limit, or something that the vendor has not said
 * @param grants of a window: what can be obtained in it
 * @param wave tenants whom only the vendor's word to them puts into this step; null if it is for all
 * @param takesEffectWithin longest time until an exemption works
 * @param lastsUntil last day on which an exemption works
 * @param lastsAtLeast shortest duration of a temporary test
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

        @Nullable @Schema(
                description = "How often, for each protocol; null unless the vendor gave a number",
                examples = "1",
                nullable = true)
        Integer budget,

        @Nullable @Schema(description = "Of a window: whether the budget is a number, unlimited or unknown", nullable = true)
        Allowance allowance,

        @Schema(description = "Of a window: what can be obtained in it")
        List<ExemptionKind> grants,

        @Nullable @Schema(
                description = "Tenants whom only the vendor's word puts into this step; null if it is for all",
                nullable = true)
        Wave wave,

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
                description = "Shortest duration of a temporary test (ISO 8601)",
                examples = "PT12H",
                implementation = String.class,
                nullable = true)
        Duration lastsAtLeast,

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
        Words.require(
                allowance == null || (allowance == Allowance.COUNTED) == (budget != null),
                "allowance must be counted where there is a budget, and only there");
        Words.require(noticeDays == null || noticeDays >= 0, "noticeDays must not be negative");
        Words.require(
                from == null || lastsUntil == null || !lastsUntil.isBefore(from), "lastsUntil must not be before from");
        Words.require(
                lastsAtLeast == null || lasts == null || lasts.compareTo(lastsAtLeast) >= 0,
                "lasts must not be shorter than lastsAtLeast");
        Words.require(wave == null || kind == PhaseKind.ROLLOUT, "wave belongs to a rollout");
        grants = grants == null ? List.of() : List.copyOf(grants);
        if (isWindow(kind)) {
            Words.require(channel != null, "channel must be given for a window");
            Words.require(from != null, "from must be given for a window");
            grants = grants.isEmpty() ? List.of(usual(kind)) : grants;
            Words.require(
                    grants.stream()
                            .allMatch(kind == PhaseKind.OPT_OUT_WINDOW ? BEFOREHAND::contains : AFTERWARDS::contains),
                    "grants must name what such a window can give");
            allowance = allowance != null ? allowance : budget == null ? Allowance.UNLIMITED : Allowance.COUNTED;
        } else {
            Words.require(grants.isEmpty(), "grants belong to a window");
        }
        precision = precision == null ? from == null && to == null ? Precision.TBA : Precision.DAY : precision;
    }

    private static final List<ExemptionKind> BEFOREHAND = List.of(ExemptionKind.OPT_OUT, ExemptionKind.ALLOWED_APP);
    private static final List<ExemptionKind> AFTERWARDS = List.of(ExemptionKind.RE_ENABLE, ExemptionKind.ALLOWED_APP);

    private static boolean isWindow(PhaseKind kind) {
        return kind == PhaseKind.OPT_OUT_WINDOW || kind == PhaseKind.RE_ENABLE_WINDOW;
    }

    private static ExemptionKind usual(PhaseKind window) {
        return window == PhaseKind.OPT_OUT_WINDOW ? ExemptionKind.OPT_OUT : ExemptionKind.RE_ENABLE;
    }

    /** The one day that the vendor has named to all; null if it left more than one open. */
    @Nullable LocalDate exactDay() {
        return from != null && from.equals(to) && precision == Precision.DAY ? from : null;
    }

    /** {@code from 2021-09-23 to 2022-09-30}, or without an end if the vendor named none. */
    String days() {
        return to == null ? "from " + from + " on" : "from " + from + " to " + to;
    }

    Span span(ZoneId zone) {
        return Span.ofDays(from, to, zone);
    }
}
