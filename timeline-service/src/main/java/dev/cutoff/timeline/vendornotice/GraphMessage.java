package dev.cutoff.timeline.vendornotice;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cutoff.commons.problem.Refusal;
import dev.cutoff.timeline.Past;
import dev.cutoff.timeline.post.Markup;
import dev.cutoff.timeline.post.Post;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A {@code serviceUpdateMessage} as Microsoft Graph gives it. Read with tolerance, because it is the vendor's and grows: only what is needed
 * must be there.
 */
@Schema(
        name = "GraphMessage",
        description =
                "A `serviceUpdateMessage` of Microsoft Graph; fields that are not listed here are welcome and not read",
        requiredProperties = {"id", "title", "body", "startDateTime"})
record GraphMessage(
        @Schema(description = "Id of the message", examples = "MC438001")
        String id,

        @Schema(description = "Its title", examples = "Basic Authentication: We will turn it off in your tenant")
        String title,

        @Schema(description = "What it says") Body body,

        @Schema(description = "When it was first published", examples = "2022-10-13T09:00:00Z")
        Instant startDateTime,

        @Nullable @Schema(
                description = "When it was last published; the first time unless given",
                examples = "2022-10-18T15:00:00Z",
                nullable = true)
        Instant lastModifiedDateTime) {

    private static final int MOST = 1000;

    @Schema(name = "GraphBody", description = "The text of a message", requiredProperties = "content")
    record Body(
            @Nullable @Schema(
                    description = "Whether it is `html` or `text`; `html` unless stated",
                    examples = "html",
                    nullable = true)
            String contentType,

            @Schema(
                    description = "The text",
                    examples =
                            "<p>On October 20, 2022 we will turn off Basic Authentication for IMAP in your tenant.</p>")
            String content) {}

    /** A page of them. */
    @Schema(
            name = "GraphMessages",
            description = "A page of messages as Microsoft Graph gives it",
            requiredProperties = "value")
    record Collection(
            @Schema(description = "One to a thousand messages")
            List<GraphMessage> value) {}

    static boolean isOne(JsonNode body) {
        return isPage(body) || body.has("startDateTime") || body.has("title") && body.has("body");
    }

    static boolean isPage(JsonNode body) {
        return body.path("value").isArray();
    }

    /** @throws Refusal 400 naming the field that is missing */
    static List<Post> posts(JsonNode body) {
        if (!isPage(body)) {
            return List.of(post(body, ""));
        }
        var messages = body.path("value");
        if (messages.isEmpty() || messages.size() > MOST) {
            throw Refusal.invalidField("/value", "must have 1 to " + MOST + " messages");
        }
        var posts = new ArrayList<Post>();
        for (var i = 0; i < messages.size(); i++) {
            posts.add(post(messages.get(i), "/value/" + i));
        }
        return posts;
    }

    private static Post post(JsonNode message, String pointer) {
        var first = instant(message, pointer, "startDateTime");
        var content = text(message.path("body"), pointer + "/body", "content", 1_000_000);
        return new Post(
                text(message, pointer, "id", 200),
                text(message, pointer, "title", 1000),
                message.at("/body/contentType").asText("html").equalsIgnoreCase("text")
                        ? content
                        : Markup.text(content),
                message.path("lastModifiedDateTime").isTextual()
                        ? instant(message, pointer, "lastModifiedDateTime")
                        : first);
    }

    private static String text(JsonNode node, String pointer, String field, int longest) {
        var value = node.path(field);
        if (!value.isTextual() || value.asText().isBlank() || value.asText().length() > longest) {
            throw Refusal.invalidField(pointer + "/" + field, "must be a text of 1 to " + longest + " characters");
        }
        if (value.asText().indexOf('\0') >= 0) {
            throw Refusal.invalidField(pointer + "/" + field, "must not contain the character NUL");
        }
        return value.asText();
    }

    private static Instant instant(JsonNode node, String pointer, String field) {
        try {
            return Past.kept(Instant.parse(node.path(field).asText()));
        } catch (DateTimeException e) {
            throw Refusal.invalidField(pointer + "/" + field, "must be a UTC instant such as 2022-10-13T09:00:00Z");
        }
    }
}
