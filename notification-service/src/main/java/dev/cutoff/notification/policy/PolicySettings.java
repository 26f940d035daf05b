package dev.cutoff.notification.policy;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is set in one place; an absent field is inherited from the next wider one. */
@Schema(
        description =
                "What is set in one place. An absent field, or null, is inherited: from the tenant's policy, then from that of all tenants,"
                        + " then from what the product comes with")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PolicySettings(
        @Nullable @Size(min = 1, max = 30) @Schema(
                description =
                        "Days before a deadline on which people are told; -1 is the day after. A day off moves it earlier, never later",
                examples = "[90, 60, 30, 14, 7, 3, 1, 0, -1]",
                nullable = true)
        List<@NotNull @Min(-1) @Max(365) Integer> rungs,

        @Nullable @Valid @Schema(nullable = true) QuietHours quietHours,

        @Nullable @Size(min = 1, max = 7) @Schema(description = "Days on which people read mail", nullable = true)
        List<@NotNull Weekday> workingDays,

        @Nullable @Size(max = 400) @Schema(
                description = "Days off that fall on working days",
                examples = "[\"2026-12-25\", \"2027-01-01\"]",
                nullable = true)
        List<@NotNull LocalDate> holidays,

        @Nullable @Schema(
                description =
                        "Time zone of the days, the hours and the quiet hours. Where none is set it is that of the tenant. Not for a"
                                + " programme, because a tenant has one day at a time",
                implementation = String.class,
                examples = "Asia/Tokyo",
                nullable = true)
        ZoneId timeZone,

        @Nullable @Pattern(regexp = LANGUAGE, message = A_LANGUAGE) @Schema(
                description =
                        "Language of mails to people of whom none is known. Where none is set it is that of the tenant",
                examples = "ja",
                nullable = true)
        String locale,

        @Nullable @Schema(nullable = true) Recipients recipients,

        @Nullable @Min(0) @Max(30) @Schema(
                description =
                        "Working days between two mails to one person; 0 for a mail on each day on which something is due",
                examples = "5",
                nullable = true)
        Integer calmWorkingDays,

        @Nullable @Min(0) @Max(30) @Schema(description = "Days before a deadline in which calm no longer counts", examples = "3", nullable = true)
        Integer urgentDays,

        @Nullable @Schema(nullable = true) Severity severity,

        @Nullable @Valid @Schema(nullable = true) Escalation escalation,

        @Nullable @Schema(
                description = "Whether mails carry a one-click unsubscribe, by which a person hands the duty on",
                examples = "false",
                nullable = true)
        Boolean oneClickUnsubscribe) {

    private static final String LANGUAGE = "[a-z]{2,3}(-[A-Za-z0-9]{2,8})*";
    private static final String A_LANGUAGE = "must be a language tag such as en or ja";

    static final PolicySettings NONE =
            new PolicySettings(null, null, null, null, null, null, null, null, null, null, null, null);

    static PolicySettings of(ZoneId timeZone, String locale) {
        return new PolicySettings(null, null, null, null, timeZone, locale, null, null, null, null, null, null);
    }

    /** What the product comes with; zone and language are the tenant's own. */
    static final PolicySettings DEFAULT = new PolicySettings(
            List.of(90, 60, 30, 14, 7, 3, 1, 0, -1),
            new QuietHours("00:00", "00:00"),
            List.of(Weekday.MONDAY, Weekday.TUESDAY, Weekday.WEDNESDAY, Weekday.THURSDAY, Weekday.FRIDAY),
            List.of(),
            null,
            null,
            Recipients.DEFAULT,
            5,
            3,
            Severity.NORMAL,
            Escalation.DEFAULT,
            false);

    public PolicySettings {
        rungs = ordered(rungs, Comparator.reverseOrder());
        workingDays = ordered(workingDays, Comparator.naturalOrder());
        holidays = ordered(holidays, Comparator.naturalOrder());
    }

    /** Each once; what is invalid stays for the validator to find. */
    private static <T> @Nullable List<T> ordered(@Nullable List<T> values, Comparator<T> order) {
        return values == null || values.stream().anyMatch(Objects::isNull)
                ? values
                : values.stream().distinct().sorted(order).toList();
    }

    /** This, and where it says nothing the wider one. */
    PolicySettings over(PolicySettings wider) {
        return new PolicySettings(
                first(rungs, wider.rungs),
                first(quietHours, wider.quietHours),
                first(workingDays, wider.workingDays),
                first(holidays, wider.holidays),
                first(timeZone, wider.timeZone),
                first(locale, wider.locale),
                recipients == null ? wider.recipients : recipients.over(wider.recipients),
                first(calmWorkingDays, wider.calmWorkingDays),
                first(urgentDays, wider.urgentDays),
                first(severity, wider.severity),
                escalation == null ? wider.escalation : escalation.over(wider.escalation),
                first(oneClickUnsubscribe, wider.oneClickUnsubscribe));
    }

    private static <T> @Nullable T first(@Nullable T own, @Nullable T wider) {
        return own == null ? wider : own;
    }
}
