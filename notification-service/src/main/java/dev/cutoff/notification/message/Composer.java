package dev.cutoff.notification.message;

import jakarta.inject.Singleton;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.ParameterList;
import jakarta.mail.internet.ParseException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Properties;

/**
 * Makes the bytes of a mail. The same digest at the same moment gives the same bytes: Message-ID and boundary come from the person and
 * the day, so that a mail that has to go out twice can be seen to be one.
 */
@Singleton
public class Composer {

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, d MMM uuuu HH:mm:ss xx", Locale.ENGLISH);
    private static final String BASE32 = "abcdefghijklmnopqrstuvwxyz234567";

    private final InternetAddress from;
    private final String domain;
    private final Session session = Session.getInstance(new Properties());

    Composer(MailConfig config) {
        from = HeaderText.address(config.from());
        domain = HeaderText.of(config.domain()
                .orElseGet(() -> from.getAddress().substring(from.getAddress().indexOf('@') + 1)));
    }

    /** @throws IllegalArgumentException if the digest holds what cannot stand in a header */
    public Mail compose(Digest digest, Instant at) {
        var text = MailText.of(digest);
        var to = HeaderText.address(digest.recipient());
        var hash = hash(digest.recipient(), digest.day());
        var messageId = "<" + base32(hash) + "@" + domain + ">";
        try {
            var message = new Message(session, messageId);
            message.setFrom(from);
            message.setRecipient(jakarta.mail.Message.RecipientType.TO, to);
            if (digest.replyTo() != null) {
                message.setReplyTo(new InternetAddress[] {HeaderText.address(digest.replyTo())});
            }
            message.setSubject(HeaderText.of(text.subject()), "UTF-8");
            message.setHeader("Date", DATE.format(at.atZone(digest.zone())));
            message.setHeader("Content-Language", text.language());
            // RFC 3834: so that nobody's absence notice answers us.
            message.setHeader("Auto-Submitted", "auto-generated");
            message.setContent(new Alternative("cutoff-" + HexFormat.of().formatHex(hash, 0, 12), text));
            message.saveChanges();
            return new Mail(from.getAddress(), to.getAddress(), messageId, text.subject(), bytes(message));
        } catch (MessagingException e) {
            throw new IllegalArgumentException("The mail cannot be composed", e);
        }
    }

    /** Where bounces go. */
    public String sender() {
        return from.getAddress();
    }

    private static byte[] bytes(MimeMessage message) throws MessagingException {
        var bytes = new ByteArrayOutputStream();
        try {
            message.writeTo(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] hash(String person, LocalDate day) {
        try {
            return MessageDigest.getInstance("SHA-256").digest((person + "|" + day).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** RFC 4648, lower case, without padding: safe in a Message-ID whatever a server does to it. */
    private static String base32(byte[] bytes) {
        var text = new StringBuilder();
        var buffer = 0;
        var bits = 0;
        for (var value : bytes) {
            buffer = buffer << 8 | value & 0xff;
            for (bits += 8; bits >= 5; bits -= 5) {
                text.append(BASE32.charAt(buffer >> bits - 5 & 31));
            }
            buffer &= (1 << bits) - 1;
        }
        return bits == 0
                ? text.toString()
                : text.append(BASE32.charAt(buffer << 5 - bits & 31)).toString();
    }

    /** Keeps its Message-ID; the library would make up another. */
    private static final class Message extends MimeMessage {

        private final String messageId;

        Message(Session session, String messageId) {
            super(session);
            this.messageId = messageId;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", messageId);
        }
    }

    /** The text and, better, the HTML of it, with a boundary that is known beforehand. */
    private static final class Alternative extends MimeMultipart {

        Alternative(String boundary, MailText text) throws MessagingException {
            super("alternative");
            contentType = type(boundary);
            addBodyPart(part(text.text(), "plain"));
            addBodyPart(part(text.html(), "html"));
        }

        private static String type(String boundary) throws ParseException {
            var parameters = new ParameterList();
            parameters.set("boundary", boundary);
            return new ContentType("multipart", "alternative", parameters).toString();
        }

        private static MimeBodyPart part(String text, String subtype) throws MessagingException {
            var part = new MimeBodyPart();
            // As it goes over the wire, so that what is kept is what was sent.
            part.setText(text.replace("\n", "\r\n"), "UTF-8", subtype);
            return part;
        }
    }
}
