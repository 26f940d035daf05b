package dev.cutoff.notification.testmail;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Date;
import java.util.Properties;

/** The bytes of a test mail. */
final class TestLetter {

    private TestLetter() {}

    /**
     * @param from address of the sender
     * @param transport in words, without anything secret
     */
    static byte[] of(String from, String to, String messageId, String transport, Instant at) {
        try {
            var message = new MimeMessage(Session.getInstance(new Properties())) {
                @Override
                protected void updateMessageID() throws MessagingException {
                    setHeader("Message-ID", messageId);
                }
            };
            message.setFrom(new InternetAddress(from, true));
            message.setRecipient(RecipientType.TO, new InternetAddress(to, true));
            message.setSubject("Cutoff: test mail / テストメール", "UTF-8");
            message.setSentDate(Date.from(at));
            message.setHeader("Auto-Submitted", "auto-generated");
            message.setText("""
                    This is a test mail of Cutoff. You asked for it, and it has arrived.
                    Transport: %1$s

                    これは Cutoff のテストメールです。あなたの依頼により送信され、正常に届きました。
                    送信経路: %1$s
                    """.formatted(transport).replace("\n", "\r\n"), "UTF-8");
            message.saveChanges();
            var bytes = new ByteArrayOutputStream();
            message.writeTo(bytes);
            return bytes.toByteArray();
        } catch (MessagingException e) {
            throw new IllegalArgumentException("The test mail cannot be written", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
