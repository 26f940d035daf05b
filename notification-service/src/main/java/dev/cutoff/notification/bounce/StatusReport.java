package dev.cutoff.notification.bounce;

import dev.cutoff.notification.reach.BounceKind;
import jakarta.mail.internet.ContentType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A delivery status mail (RFC 3464) read: which mail it is about, and what became of it for each recipient.
 *
 * @param envelopeId {@code Original-Envelope-Id}: the ENVID that went with the mail; null if it was not given back
 * @param messageIds what the report says of the Message-ID of the mail, the surest first: that of the mail that came back with it, and
 *     those that it answers
 * @param at when it was written; null if it does not say
 */
record StatusReport(
        @Nullable String envelopeId,
        List<String> messageIds,
        @Nullable Instant at,
        List<Recipient> recipients) implements Reading {

    /**
     * What became of the mail for one recipient.
     *
     * @param address that it was for, in lower case: the one that we gave if the report says so, else the one that failed
     * @param status enhanced status code, such as 5.1.1; null if it has none
     * @param diagnostic what the mail server said; null if it said nothing
     */
    record Recipient(
            @Nullable String address,
            Action action,
            @Nullable String status,
            @Nullable String diagnostic) {

        /** What became of a copy that somebody had forwarded says little of the mailbox that it went to first. */
        BounceKind kindFor(String person) {
            return address == null || address.equals(person) ? BounceKind.of(status, diagnostic) : BounceKind.SOFT;
        }
    }

    /** What a mail server did, in the words of RFC 3464, 2.3.3. */
    enum Action {
        FAILED,
        DELAYED,
        DELIVERED,
        RELAYED,
        EXPANDED
    }

    /** A mail of ours has one; lists of many are somebody else's. */
    private static final int MOST_RECIPIENTS = 20;

    private static final Pattern MESSAGE_ID = Pattern.compile("<[^<>\\s@]{1,200}@[^<>\\s@]{1,253}>");
    private static final int MOST_MESSAGE_IDS = 5;
    private static final int LONGEST_ADDRESS = 254;

    /** @return empty if there is no delivery status in it */
    static Optional<StatusReport> read(MailHeaders headers, ContentType type, byte[] mail) {
        var boundary = type.getParameter("boundary");
        if (boundary == null || boundary.isBlank()) {
            return Optional.empty();
        }
        var parts = MailPart.of(mail, boundary);
        return parts.stream()
                .filter(part -> part.is("message/delivery-status") || part.is("message/global-delivery-status"))
                .findFirst()
                .map(status -> of(headers, status, parts));
    }

    private static StatusReport of(MailHeaders headers, MailPart status, List<MailPart> parts) {
        var fields = MailHeaders.groups(status.body());
        var message = MailHeaders.next(fields);
        var recipients = new ArrayList<Recipient>();
        while (fields.available() > 0 && recipients.size() < MOST_RECIPIENTS) {
            recipient(MailHeaders.next(fields)).ifPresent(recipients::add);
        }
        return new StatusReport(
                message.first("Original-Envelope-Id").orElse(null),
                messageIds(headers, parts),
                headers.date().orElse(null),
                List.copyOf(recipients));
    }

    private static Optional<Recipient> recipient(MailHeaders fields) {
        return action(fields.word("Action"))
                .map(action -> new Recipient(
                        address(fields, "Original-Recipient")
                                .or(() -> address(fields, "Final-Recipient"))
                                .orElse(null),
                        action,
                        BounceKind.enhancedIn(fields.first("Status").orElse(null)),
                        fields.first("Diagnostic-Code")
                                .map(StatusReport::withoutType)
                                .orElse(null)));
    }

    private static Optional<Action> action(String word) {
        return Stream.of(Action.values())
                .filter(action -> action.name().equalsIgnoreCase(word.replaceFirst("[\\s(;].*", "")))
                .findFirst();
    }

    /** {@code rfc822; nao@contoso.example}. */
    private static Optional<String> address(MailHeaders fields, String name) {
        return fields.first(name)
                .map(StatusReport::withoutType)
                .map(value -> value.replaceAll("^<|>$", "").toLowerCase(Locale.ROOT))
                .filter(value -> value.contains("@") && value.length() <= LONGEST_ADDRESS);
    }

    private static String withoutType(String value) {
        return value.replaceFirst("^[A-Za-z0-9-]{1,40}\\s*;\\s*", "");
    }

    private static List<String> messageIds(MailHeaders headers, List<MailPart> parts) {
        var returned = parts.stream()
                .filter(part -> part.is("message/rfc822")
                        || part.is("message/global")
                        || part.is("text/rfc822-headers")
                        || part.is("message/global-headers"))
                .map(part -> MailHeaders.in(part.body()).first("Message-ID"));
        var answered = Stream.of(headers.first("In-Reply-To"), headers.first("References"));
        return Stream.concat(returned, answered)
                .flatMap(Optional::stream)
                .flatMap(value -> MESSAGE_ID.matcher(value).results().map(found -> found.group()))
                .distinct()
                .limit(MOST_MESSAGE_IDS)
                .toList();
    }
}
