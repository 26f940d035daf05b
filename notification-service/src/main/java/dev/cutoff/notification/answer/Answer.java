package dev.cutoff.notification.answer;

import dev.cutoff.notification.ladder.AnswerKind;
import dev.cutoff.notification.ladder.AnswerStanding;
import dev.cutoff.notification.ladder.Reply;
import dev.cutoff.notification.line.Lines;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An answer as it is shown. */
@Schema(description = "What somebody says about a client of theirs, and how that stands against what is known since")
public record Answer(
        @NotNull @Schema(description = "Id of the answer", examples = "9d2f7c35-5a0e-4b60-9a44-0c9b2f6de201")
        UUID id,

        @NotNull @Schema(description = "Rises with every change; the ETag", examples = "2")
        long version,

        @NotNull @Schema(description = "Tenant of the client", examples = "8bb6f14a-714e-4fdc-89f6-05418818a00b")
        UUID tenantId,

        @NotNull @Schema(description = "The client", examples = "0f0d5d1e-6f3a-4c55-9a57-5f8a4f0f6a11")
        UUID clientId,

        @NotNull @Schema(description = "Mail address of who says so, in lower case", examples = "nao.kato@contoso.example")
        String person,

        @Nullable @Schema(
                description = "The programme that it is about; null for all that stops for the client",
                examples = "exchange-online-basic-auth",
                nullable = true)
        String programme,

        @Nullable @Schema(description = "The protocol that it is about; null for all", examples = "imap", nullable = true)
        String protocol,

        @Nullable @Schema(description = "Auth method of the protocol; null with it", examples = "basic", nullable = true)
        String authMethod,

        @Nullable @Schema(
                description = "The part of the protocol that it is about, in the words of timeline; null for all of it",
                examples = "below 16.1",
                nullable = true)
        String qualifier,

        @NotNull @Schema(description = "What is said") AnswerKind kind,

        @Nullable @Schema(description = "Of `planned`, the day; else null", examples = "2026-11-30", nullable = true)
        LocalDate date,

        @Nullable @Schema(
                description = "Of `not-mine`, who else it may be: an address or words; null if nobody was named",
                examples = "sara.lind@contoso.example",
                nullable = true)
        String whoElse,

        @Nullable @Schema(
                description = "More in words; null if there are none",
                examples = "The scanner on the third floor has no field for OAuth. Who can help?",
                nullable = true)
        String text,

        @NotNull AnswerStanding standing,

        @Nullable @Schema(
                description = "Mail address of who answered for the client when it was said; null if nobody did",
                examples = "nao.kato@contoso.example",
                nullable = true)
        String owner,

        @NotNull @Schema(description = "How it came") Via via,

        @NotNull @Schema(description = "When it was said, in the time of the business", examples = "2026-11-26T09:00:00Z")
        Instant answeredAt,

        @NotNull @Schema(
                description = "Who sent it: the subject of the token, or the link by which it was given",
                examples = "servicenow@contoso.example")
        String answeredBy) {

    /** Which of the lines that touch the client it is about. */
    public Lines about() {
        return new Lines(programme, protocol, authMethod, qualifier);
    }

    /** As the ladder sees it. */
    public Reply asReply() {
        return new Reply(id, person, kind, date, answeredAt, owner);
    }

    /** As it stands by now. */
    public Answer standing(AnswerStanding standing) {
        return with(version, standing);
    }

    Answer changed(AnswerStanding standing) {
        return with(version + 1, standing);
    }

    private Answer with(long version, AnswerStanding standing) {
        return new Answer(
                id,
                version,
                tenantId,
                clientId,
                person,
                programme,
                protocol,
                authMethod,
                qualifier,
                kind,
                date,
                whoElse,
                text,
                standing,
                owner,
                via,
                answeredAt,
                answeredBy);
    }
}
