package dev.cutoff.notification.answer;

import dev.cutoff.notification.ladder.AnswerKind;
import dev.cutoff.notification.ladder.Reply;
import dev.cutoff.notification.line.Lines;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody says about one client, checked and ready to be kept.
 *
 * @param person lower-cased mail address
 * @param about which of the lines that touch the client
 * @param owner lower-cased mail address of who answers for the client now; null if nobody does
 * @param grounds what it is held against now; not empty
 * @param answeredAt null if it is said now, so that the same again is no news
 */
public record Saying(
        UUID tenantId,
        UUID clientId,
        String person,
        Lines about,
        AnswerKind kind,
        @Nullable LocalDate date,
        @Nullable String whoElse,
        @Nullable String text,
        @Nullable String owner,
        List<Reply.Ground> grounds,
        @Nullable Instant answeredAt) {

    boolean isNoNewsAfter(Answer before) {
        var saysTheSame = kind == before.kind()
                && Objects.equals(date, before.date())
                && Objects.equals(whoElse, before.whoElse())
                && Objects.equals(text, before.text());
        if (answeredAt == null) {
            return saysTheSame;
        }
        return answeredAt.isBefore(before.answeredAt()) || saysTheSame && answeredAt.equals(before.answeredAt());
    }
}
