package dev.cutoff.notification.forecast;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Who will have been reached when, as it is shown. */
@Schema(
        description =
                "When the notices that wait will have left, at the rates of the transports, with quiet hours and later days in mind. Of the"
                        + " tenants that the token sees; others are in the queue before them all the same")
record Forecast(
        @NotNull @Schema(
                description = "The moment from which it looks ahead, in the time of the business",
                examples = "2022-09-16T13:00:00Z")
        Instant at,

        @NotNull @Schema(description = "Notices that will leave as things stand", examples = "4200")
        int waiting,

        @NotNull @Schema(
                description =
                        "Notices that are kept back, by dispatch or until a person decides; with `held=true` counted as waiting",
                examples = "0")
        int held,

        @Nullable @Schema(
                description = "When the last of them will have left; null if nothing waits",
                examples = "2022-09-16T15:20:00Z",
                nullable = true)
        Instant lastAt,

        @NotNull @Schema(description = "Length of the periods")
        Length by,

        @NotNull @Schema(description = "How many leave in which period, those with none left out")
        List<Period> periods,

        @NotNull @Schema(description = "How many tenants wait", examples = "12")
        int tenantCount,

        @NotNull @Schema(description = "Tenants, those that wait longest first; at most 500 of them")
        List<OfTenant> tenants) {

    /** Length of the periods of a forecast. */
    @Schema(name = "ForecastLength", description = "Length of the periods of a forecast, in UTC")
    enum Length {
        @JsonProperty("hour")
        HOUR,
        @JsonProperty("day")
        DAY
    }

    /** What leaves in an hour or a day. */
    @Schema(name = "ForecastPeriod", description = "What leaves in an hour or a day")
    record Period(
            @NotNull @Schema(description = "Its beginning", examples = "2022-09-16T13:00:00Z")
            Instant from,

            @NotNull @Schema(description = "Notices that leave in it", examples = "1800")
            int notices,

            @NotNull @Schema(description = "Notices that will have left by its end", examples = "1800")
            int reached) {}

    /** When the notices about a tenant leave. */
    @Schema(name = "ForecastOfTenant", description = "When the notices about a tenant leave")
    record OfTenant(
            @NotNull @Schema(description = "The tenant", examples = "8bb6f14a-714e-4fdc-89f6-05418818a00b")
            UUID tenantId,

            @NotNull @Schema(description = "Notices about it, and maybe others too", examples = "320")
            int notices,

            @NotNull @Schema(description = "When the first of them leaves", examples = "2022-09-16T13:00:00Z")
            Instant firstAt,

            @NotNull @Schema(description = "When the last of them will have left", examples = "2022-09-16T14:10:00Z")
            Instant lastAt) {}
}
