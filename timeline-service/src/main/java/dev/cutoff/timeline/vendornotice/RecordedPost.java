package dev.cutoff.timeline.vendornotice;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.cutoff.timeline.rule.Protocol;
import dev.cutoff.timeline.rule.VendorNoticeKind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A Message Center post on file, and what was made of it: on the wire and in a row. */
@Schema(
        name = "Post",
        description = "A Message Center post of one tenant, and what was made of it",
        requiredProperties = {
            "id",
            "version",
            "tenantId",
            "message",
            "title",
            "text",
            "publishedAt",
            "state",
            "programme",
            "protocols",
            "kind",
            "day",
            "why",
            "noticeId",
            "recordedAt",
            "recordedBy",
            "decidedAt",
            "decidedBy"
        })
record RecordedPost(
        @Schema(description = "Id of the post", examples = "0a3f4c7e-26a0-4d60-9f29-ba0f4b8e0a67")
        UUID id,

        @Schema(description = "Rises when somebody decides; the ETag", examples = "1")
        long version,

        @Schema(description = "Tenant to which it was said", examples = "8bb6f14a-714e-4fdc-89f6-05418818a00b")
        UUID tenantId,

        @Schema(
                description = "Id of the message; the same one with another text is another post",
                examples = "MC438001")
        String message,

        @JsonIgnore String fingerprint,

        @Schema(
                description = "Its title",
                examples = "(Updated) Exchange Online to retire Basic Auth for Client Submission (SMTP AUTH)")
        String title,

        @Schema(
                description = "What it says, without markup",
                examples =
                        "In 7 days, on October 20, 2022, we will turn off Basic Authentication for IMAP in your tenant.")
        String text,

        @Schema(description = "When it was published as it reads now", examples = "2022-10-13T09:00:00Z")
        Instant publishedAt,

        @Schema(description = "What was made of it") PostState state,

        @Nullable @Schema(
                description = "Programme that it is about; null if it is about none",
                examples = "exchange-online-basic-auth",
                nullable = true)
        String programme,

        @Schema(description = "Protocols that it names") List<Protocol> protocols,

        @Nullable @Schema(description = "What it says; null if that is not known", nullable = true)
        VendorNoticeKind kind,

        @Nullable @Schema(
                description = "Day that it names for that; null if it names none, or several",
                examples = "2022-10-20",
                nullable = true)
        LocalDate day,

        @Schema(description = "How it was understood, or why a person must look", examples = "It names no day.")
        String why,

        @Nullable @Schema(
                description = "The vendor notice that was made of it",
                examples = "1d1f0b5f-91a5-4a2b-8f6f-5d9b2c6f7e10",
                nullable = true)
        UUID noticeId,

        @Schema(description = "When it was recorded here", examples = "2022-10-13T09:30:00Z")
        Instant recordedAt,

        @Schema(description = "Who recorded it", examples = "operator@contoso.example")
        String recordedBy,

        @Nullable @Schema(
                description = "When a person decided what it means; null if none had to, or has",
                examples = "2022-10-13T11:00:00Z",
                nullable = true)
        Instant decidedAt,

        @Nullable @Schema(
                description = "Who decided; null if nobody had to, or has",
                examples = "operator@contoso.example",
                nullable = true)
        String decidedBy) {

    /** For the contract only: what a page of Graph messages is answered with. */
    @Schema(name = "Posts", description = "What was made of each message, in their order", requiredProperties = "items")
    record Answer(
            @Schema(description = "In the order of the messages")
            List<RecordedPost> items) {}

    /** What it says, once that is known. */
    RecordedPost understood(
            PostState as,
            @Nullable String of,
            List<Protocol> about,
            @Nullable VendorNoticeKind says,
            @Nullable LocalDate on,
            String because) {
        return new RecordedPost(
                id,
                version,
                tenantId,
                message,
                fingerprint,
                title,
                text,
                publishedAt,
                as,
                of,
                about,
                says,
                on,
                because,
                noticeId,
                recordedAt,
                recordedBy,
                decidedAt,
                decidedBy);
    }

    RecordedPost filed(UUID notice) {
        return new RecordedPost(
                id,
                version,
                tenantId,
                message,
                fingerprint,
                title,
                text,
                publishedAt,
                PostState.FILED,
                programme,
                protocols,
                kind,
                day,
                why,
                notice,
                recordedAt,
                recordedBy,
                decidedAt,
                decidedBy);
    }

    RecordedPost waiting(String because) {
        return understood(PostState.WAITING, programme, protocols, kind, day, because);
    }

    /** A person has said what it means. */
    RecordedPost decided(Instant at, String by) {
        return new RecordedPost(
                id,
                version + 1,
                tenantId,
                message,
                fingerprint,
                title,
                text,
                publishedAt,
                state,
                programme,
                protocols,
                kind,
                day,
                why,
                noticeId,
                recordedAt,
                recordedBy,
                at,
                by);
    }
}
