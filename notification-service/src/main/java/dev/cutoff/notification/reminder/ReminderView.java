package dev.cutoff.notification.reminder;

import dev.cutoff.notification.ladder.Anchor;
import dev.cutoff.notification.ladder.Reason;
import dev.cutoff.notification.ladder.Topic;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A reminder, as it is shown. */
@Schema(
        name = "Reminder",
        description = "A decision to tell somebody something, or not to, with its reason, and what became of it")
record ReminderView(
        @NotNull @Schema(description = "Id among those of the tenant; later ones are higher", examples = "1207")
        long id,

        @NotNull @Schema(description = "Tenant that it is about", examples = "8bb6f14a-714e-4fdc-89f6-05418818a00b")
        UUID tenantId,

        @Nullable @Schema(
                description =
                        "Client that it is about; null for a decision, which is about all of them, and for a finding",
                examples = "0f0d5d1e-6f3a-4c55-9a57-5f8a4f0f6a11",
                nullable = true)
        UUID clientId,

        @Nullable @Schema(
                description = "Mail address of the person, in lower case; null where there is nobody to tell",
                examples = "nao.kato@contoso.example",
                nullable = true)
        String recipient,

        @NotNull @Schema(description = "As what the person is, or would be, told")
        Role role,

        @NotNull Topic topic,

        @Nullable @Schema(
                description = "Programme of the vendor; null for a finding",
                examples = "exchange-online-basic-auth",
                nullable = true)
        String programme,

        @NotNull @Schema(description = "Protocol", examples = "imap")
        String protocol,

        @Nullable @Schema(description = "Auth method; null for a finding", examples = "basic", nullable = true)
        String authMethod,

        @Nullable @Schema(
                description =
                        "The part of the protocol that is meant, null for all of it; of a finding its kind and source",
                examples = "below 16.1",
                nullable = true)
        String qualifier,

        @NotNull @Schema(description = "What the days are counted from")
        Anchor anchor,

        @NotNull @Schema(description = "The anchor's day; of a finding the day on which it was planned", examples = "2022-10-20")
        LocalDate anchorDay,

        @NotNull @Schema(description = "Days before the anchor's day; -1 is the day after", examples = "7")
        int rung,

        @NotNull @Schema(description = "How far it has come: `cancelled` is decided not to be sent")
        Status status,

        @NotNull @Schema(description = "Why it is told, or why it is not")
        Reason reason,

        @Nullable @Schema(
                description = "The day that the person was told before; null if it has not moved",
                examples = "2022-10-13",
                nullable = true)
        LocalDate movedFrom,

        @NotNull @Schema(description = "When it was decided, in the time of the business", examples = "2022-09-16T00:00:07Z")
        Instant decidedAt,

        @Nullable @Schema(
                description = "The notice that it stands in; null if in none",
                examples = "5b0a3c8e-6b3f-4d52-9a4e-1c3d6f1b2a90",
                nullable = true)
        UUID noticeId) {

    static final String COLUMNS =
            "id, tenant_id, nullif(client_id, '00000000-0000-0000-0000-000000000000') as client_id, nullif(person, '') as recipient,"
                    + " role, topic, nullif(programme, '') as programme, protocol, nullif(auth_method, '') as auth_method,"
                    + " nullif(qualifier, '') as qualifier, anchor, anchor_day, rung, state as status, reason, moved_from, decided_at,"
                    + " notice_id";
}
