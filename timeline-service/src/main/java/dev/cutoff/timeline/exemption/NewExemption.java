package dev.cutoff.timeline.exemption;

import dev.cutoff.timeline.Past;
import dev.cutoff.timeline.rule.Channel;
import dev.cutoff.timeline.rule.ExemptionKind;
import dev.cutoff.timeline.rule.ExemptionRequest;
import dev.cutoff.timeline.rule.Protocol;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a caller tells of an exemption, one for each protocol.
 *
 * @param qualifier the part of the protocols that it is for; all of them unless stated
 * @param channel the rule's own unless stated
 * @param requestedAt now unless stated
 * @param accounts of a self-block that is not for the whole tenant
 */
@Schema(description = "What was asked for, or chosen; all protocols of it are accepted, or none")
record NewExemption(
        @NotBlank @Size(max = 100) @Schema(description = "Programme that it is from", examples = "exchange-online-basic-auth")
        String programme,

        @NotEmpty @Size(max = 50) @Schema(description = "Protocols; each gets an exemption of its own")
        List<@NotNull Protocol> protocols,

        @Nullable @Size(max = 100) @Schema(
                description =
                        "The part of the protocols that it is for, by the `qualifier` of a line of the programme; all of them if left out",
                examples = "below 16.1",
                nullable = true)
        String qualifier,

        @NotNull @Schema(description = "What it is") ExemptionKind kind,

        @Nullable @Size(max = 500) @Schema(
                description = "Why, for the audit trail",
                examples = "Scanners in the Osaka plant are replaced in November",
                nullable = true)
        String reason,

        @Nullable @Schema(description = "How it was asked for; the rule's own way unless stated", nullable = true)
        Channel channel,

        @Nullable @Size(max = 200) @Pattern(regexp = "[^\\x00-\\x1f\\x7f]*", message = "must be one line") @Schema(
                description = "What to look it up by; a support ticket needs its number",
                examples = "120012345678",
                nullable = true)
        String reference,

        @Nullable @Schema(
                description = "When it was asked for; now unless stated. May be past",
                examples = "2022-09-12T08:00:00Z",
                nullable = true)
        Instant requestedAt,

        @Nullable @Schema(
                description = "Of a re-enable: when it was seen to be off, if no vendor notice says so",
                examples = "2022-10-20T06:15:00Z",
                nullable = true)
        Instant observedOffAt,

        @Nullable @Schema(
                description = "When the vendor confirmed it, if that is known already",
                examples = "2022-09-23T09:00:00Z",
                nullable = true)
        Instant confirmedAt,

        @Nullable @Size(max = 1000) @Schema(
                description = "Of a self-block: the accounts that are blocked; the whole tenant if left out",
                nullable = true)
        List<@NotBlank @Size(max = 254) String> accounts,

        @Nullable @Size(max = 1000) @Schema(description = "Of an allowed app: its ids", nullable = true)
        List<@NotBlank @Size(max = 100) String> appIds) {

    NewExemption {
        requestedAt = Past.keptIfTold(requestedAt);
        observedOffAt = Past.keptIfTold(observedOffAt);
        confirmedAt = Past.keptIfTold(confirmedAt);
        accounts = accounts == null ? List.of() : accounts;
        // Ids are the same in any case, and a list names each once.
        appIds = appIds == null
                ? List.of()
                : appIds.stream()
                        .map(id -> id == null ? null : id.strip().toLowerCase(Locale.ROOT))
                        .distinct()
                        .toList();
    }

    ExemptionRequest request(Instant requested) {
        return new ExemptionRequest(kind, requested, channel, reference, observedOffAt);
    }
}
