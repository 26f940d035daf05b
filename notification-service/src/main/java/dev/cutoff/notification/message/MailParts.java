package dev.cutoff.notification.message;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Properties;
import java.util.function.UnaryOperator;

/**
 * A mail taken apart again.
 *
 * @param mime the whole message
 */
public record MailParts(byte[] mime, String text, String html) {

    /** @param mime a mail that {@link Composer} made */
    public static MailParts of(byte[] mime) {
        try {
            var parts = letter(parsed(mime));
            return new MailParts(mime, (String) parts.getBodyPart(0).getContent(), (String)
                    parts.getBodyPart(1).getContent());
        } catch (MessagingException e) {
            throw new IllegalArgumentException("Not one of our mails", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A mail with something else in the place of some of its text, in the letter and in its headers.
     *
     * @param mime a mail that {@link Composer} made
     */
    public static byte[] replacing(byte[] mime, UnaryOperator<String> words) {
        try {
            var message = parsed(mime);
            var parts = letter(message);
            replace(parts.getBodyPart(0), "plain", words);
            replace(parts.getBodyPart(1), "html", words);
            var unsubscribe = message.getHeader("List-Unsubscribe", null);
            if (unsubscribe != null) {
                message.setHeader("List-Unsubscribe", words.apply(unsubscribe));
            }
            var id = message.getMessageID();
            message.saveChanges();
            message.setHeader("Message-ID", id);
            var bytes = new ByteArrayOutputStream();
            message.writeTo(bytes);
            return bytes.toByteArray();
        } catch (MessagingException e) {
            throw new IllegalArgumentException("Not one of our mails", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void replace(BodyPart part, String subtype, UnaryOperator<String> words)
            throws MessagingException, IOException {
        ((MimeBodyPart) part).setText(words.apply((String) part.getContent()), "UTF-8", subtype);
    }

    private static MimeMessage parsed(byte[] mime) throws MessagingException {
        return new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(mime));
    }

    /** Where files are attached, the letter is the first part. */
    private static MimeMultipart letter(MimeMessage message) throws MessagingException, IOException {
        var content = (MimeMultipart) message.getContent();
        return content.getBodyPart(0).getContent() instanceof MimeMultipart letter ? letter : content;
    }
}
