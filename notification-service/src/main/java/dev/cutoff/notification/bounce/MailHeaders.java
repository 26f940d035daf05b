package dev.cutoff.notification.bounce;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MailDateFormat;
import jakarta.mail.internet.MimeUtility;
import jakarta.mail.internet.ParseException;
import java.io.ByteArrayInputStream;
import java.io.UnsupportedEncodingException;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** The header fields of a mail, or of a part of one; what cannot be read is as if it were not there. */
record MailHeaders(InternetHeaders fields) {

    /** More than any mail server writes; whoever sends more does not want to be understood. */
    private static final int LONGEST = 64 * 1024;

    /** Reads up to the first empty line. */
    static MailHeaders in(byte[] bytes) {
        return next(new ByteArrayInputStream(bytes, 0, Math.min(bytes.length, LONGEST)));
    }

    /** Reads up to the next empty line, and passes it. */
    static MailHeaders next(ByteArrayInputStream rest) {
        try {
            return new MailHeaders(new InternetHeaders(rest, true));
        } catch (MessagingException e) {
            return new MailHeaders(new InternetHeaders());
        }
    }

    /** The groups of fields in a text that is nothing else, one after the other. */
    static ByteArrayInputStream groups(byte[] bytes) {
        return new ByteArrayInputStream(bytes, 0, Math.min(bytes.length, LONGEST));
    }

    /** The value of the first field of this name, on one line. */
    Optional<String> first(String name) {
        return Optional.ofNullable(fields.getHeader(name, null))
                .map(value -> value.replaceAll("\\s+", " ").strip())
                .filter(value -> !value.isEmpty());
    }

    /** The same in lower case, for words that are compared; empty if there is no such field. */
    String word(String name) {
        return first(name).map(value -> value.toLowerCase(Locale.ROOT)).orElse("");
    }

    /** The subject, decoded, in lower case. */
    String subject() {
        try {
            return MimeUtility.decodeText(first("Subject").orElse("")).toLowerCase(Locale.ROOT);
        } catch (UnsupportedEncodingException e) {
            return word("Subject");
        }
    }

    Optional<ContentType> type() {
        return first("Content-Type").flatMap(value -> {
            try {
                return Optional.of(new ContentType(value));
            } catch (ParseException e) {
                return Optional.empty();
            }
        });
    }

    Optional<Instant> date() {
        return first("Date").flatMap(value -> {
            try {
                return Optional.of(new MailDateFormat().parse(value).toInstant());
            } catch (java.text.ParseException e) {
                return Optional.empty();
            }
        });
    }
}
