package dev.cutoff.notification.policy;

import static java.util.Objects.requireNonNull;

import dev.cutoff.notification.ladder.Policy;
import jakarta.validation.constraints.NotNull;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What holds in one place: each field from the most specific place that sets it. */
@Schema(description = "What holds: each field from the most specific place that sets it")
public record EffectivePolicy(
        @NotNull @Schema(
                description = "Days before a deadline on which people are told; -1 is the day after",
                examples = "[90, 60, 30, 14, 7, 3, 1, 0, -1]")
        List<Integer> rungs,

        @Nullable @Schema(nullable = true) QuietHours quietHours,

        @NotNull @Schema(description = "Days on which people read mail")
        List<Weekday> workingDays,

        @NotNull @Schema(description = "Days off that fall on working days", examples = "[\"2026-12-25\"]")
        List<LocalDate> holidays,

        @Nullable @Schema(
                description = "Time zone of the days and hours; null for all tenants where each has its own",
                implementation = String.class,
                examples = "Asia/Tokyo",
                nullable = true)
        ZoneId timeZone,

        @Nullable @Schema(
                description =
                        "Language of mails to people of whom none is known; null for all tenants where each has its own",
                examples = "ja",
                nullable = true)
        String locale,

        @NotNull Recipients recipients,

        @NotNull @Schema(description = "Working days between two mails to one person", examples = "5")
        int calmWorkingDays,

        @NotNull @Schema(description = "Days before a deadline in which calm no longer counts", examples = "3")
        int urgentDays,

        @NotNull Severity severity,

        @NotNull Escalation escalation,

        @NotNull @Schema(description = "Whether mails carry a one-click unsubscribe", examples = "false")
        boolean oneClickUnsubscribe) {

    /** Days after the end of a cutoff in which it is still worth telling. */
    private static final int USE_DAYS = 2;

    /** What holds where nobody has set anything. */
    public static EffectivePolicy byDefault(ZoneId timeZone, String locale) {
        return of(PolicySettings.of(timeZone, locale).over(PolicySettings.DEFAULT));
    }

    /** @param settings in which only zone and language may be absent */
    static EffectivePolicy of(PolicySettings settings) {
        var quiet = settings.quietHours();
        return new EffectivePolicy(
                requireNonNull(settings.rungs()),
                quiet == null || quiet.areNone() ? null : quiet,
                requireNonNull(settings.workingDays()),
                requireNonNull(settings.holidays()),
                settings.timeZone(),
                settings.locale(),
                requireNonNull(settings.recipients()),
                requireNonNull(settings.calmWorkingDays()),
                requireNonNull(settings.urgentDays()),
                requireNonNull(settings.severity()),
                requireNonNull(settings.escalation()),
                requireNonNull(settings.oneClickUnsubscribe()));
    }

    /** As the ladder needs it. */
    public Policy ladder() {
        var daysOff = EnumSet.allOf(DayOfWeek.class);
        workingDays.forEach(day -> daysOff.remove(day.dayOfWeek()));
        return new Policy(
                rungs.stream().sorted().toList(),
                daysOff,
                new HashSet<>(holidays),
                calmWorkingDays,
                urgentDays,
                USE_DAYS);
    }
}
