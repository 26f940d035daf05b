package dev.cutoff.notification.message;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Properties;

/**
 * A mail taken apart again.
 *
 * @param mime the whole message
 */
public record MailParts(byte[] mime, String text, String html) {

    /** @param mime a mail that {@link Composer} made */
    public static MailParts of(byte[] mime) {
        try {
            var message = new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(mime));
            var content = (MimeMultipart) message.getContent();
            // Where files are attached, the letter is the first part.
            var parts = content.getBodyPart(0).getContent() instanceof MimeMultipart letter ? letter : content;
            return new MailParts(mime, (String) parts.getBodyPart(0).getContent(), (String)
                    parts.getBodyPart(1).getContent());
        } catch (MessagingException e) {
            throw new IllegalArgumentException("Not one of our mails", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
