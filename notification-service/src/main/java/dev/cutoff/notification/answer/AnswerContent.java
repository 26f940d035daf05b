package dev.cutoff.notification.answer;

import dev.cutoff.commons.json.PlainText;
import dev.cutoff.commons.problem.Invalid;
import dev.cutoff.commons.problem.Refusal;
import dev.cutoff.notification.ladder.AnswerKind;
import dev.cutoff.notification.line.Lines;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An answer as a caller gives it. */
@Schema(
        description =
                "What somebody says about a client. By tenant, client, person and what it is about there is one answer: a later one takes the"
                        + " place of that before, and of those about less")
record AnswerContent(
        @NotNull @Schema(description = "Tenant of the client", examples = "8bb6f14a-714e-4fdc-89f6-05418818a00b")
        UUID tenantId,

        @NotNull @Schema(description = "The client", examples = "0f0d5d1e-6f3a-4c55-9a57-5f8a4f0f6a11")
        UUID clientId,

        @Nullable @Size(max = 254) @Pattern(regexp = ADDRESS, message = AN_ADDRESS) @Schema(
                description = "Mail address of who says so. Where it is left out, the owner of the client does",
                examples = "nao.kato@contoso.example",
                nullable = true)
        String person,

        @Nullable @Size(min = 1, max = 200) @Schema(
                description = "Only about this programme; about all that stops for the client if it is left out",
                examples = "exchange-online-basic-auth",
                nullable = true)
        String programme,

        @Nullable @Size(min = 1, max = 100) @Schema(
                description = "Only about this protocol of the programme; goes with `authMethod`",
                examples = "imap",
                nullable = true)
        String protocol,

        @Nullable @Size(min = 1, max = 100) @Schema(description = "Goes with `protocol`", examples = "basic", nullable = true)
        String authMethod,

        @Nullable @Size(min = 1, max = 200) @Schema(
                description = "Only about this part of the protocol, in the words of timeline",
                examples = "below 16.1",
                nullable = true)
        String qualifier,

        @NotNull @Schema(description = "What is said") AnswerKind kind,

        @Nullable @Schema(
                description =
                        "Of `planned`, the day by which it will be done: today or later. One that is too late is taken, and marked so",
                examples = "2026-11-30",
                nullable = true)
        LocalDate date,

        @Nullable @Size(max = 254) @Pattern(regexp = PlainText.LINE, message = "must be one line of plain text") @Schema(
                description =
                        "Of `not-mine`, who else it may be: an address or words. It is shown, nobody is written to by it",
                examples = "sara.lind@contoso.example",
                nullable = true)
        String whoElse,

        @Nullable @Size(max = AnswerContent.LONGEST_TEXT) @Pattern(regexp = PlainText.LINES, message = "must be plain text") @Schema(
                description = "More in words. Of `need-help` the tenant's contact reads it",
                examples = "The scanner on the third floor has no field for OAuth. Who can help?",
                nullable = true)
        String text,

        @Nullable @Schema(
                description =
                        "When it was said, in the time of the business: now unless stated, never later. An answer that was given before the one"
                                + " that is on file changes nothing",
                examples = "2026-11-26T09:00:00Z",
                nullable = true)
        Instant answeredAt) {

    static final int LONGEST_TEXT = 1000;

    private static final String ADDRESS =
            "[^@\\s<>\"(),:;\\u0000-\\u0020\\u007f]+@[^@\\s<>\"(),:;\\u0000-\\u0020\\u007f]+";
    private static final String AN_ADDRESS = "must be a mail address";

    AnswerContent {
        whoElse = blankAsNull(whoElse);
        text = blankAsNull(text);
    }

    private static @Nullable String blankAsNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    Lines about() {
        return new Lines(programme, protocol, authMethod, qualifier);
    }

    /**
     * @param pointer where it stands in the body
     * @throws Refusal 400 naming all fields that do not go together
     */
    void requireConsistent(String pointer) {
        var errors = new ArrayList<Invalid>();
        BiConsumer<String, String> wrong = (field, detail) -> errors.add(Invalid.field(pointer + field, detail));
        if ((protocol == null) != (authMethod == null)) {
            wrong.accept(
                    protocol == null ? "/protocol" : "/authMethod",
                    "is needed: a line is a protocol with an auth method");
        }
        if (programme == null && protocol != null) {
            wrong.accept("/programme", "is needed where a protocol is named");
        }
        if (protocol == null && qualifier != null) {
            wrong.accept("/protocol", "is needed where a part of it is named");
        }
        if (kind == AnswerKind.PLANNED && date == null) {
            wrong.accept("/date", "is needed: by when is it planned?");
        }
        if (kind != AnswerKind.PLANNED && date != null) {
            wrong.accept("/date", "goes only with planned");
        }
        if (kind != AnswerKind.NOT_MINE && whoElse != null) {
            wrong.accept("/whoElse", "goes only with not-mine");
        }
        if (!errors.isEmpty()) {
            throw Refusal.invalid(List.copyOf(errors));
        }
    }
}
