package dev.cutoff.notification.message;

import dev.cutoff.notification.branding.Branding;
import dev.cutoff.notification.policy.Severity;
import jakarta.inject.Singleton;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.StreamProvider;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import org.eclipse.angus.mail.util.MailStreamProvider;
import org.jspecify.annotations.Nullable;

/**
 * Makes the bytes of a mail. The same digest at the same moment gives the same bytes: Message-ID and boundary come from the person and
 * the day, so that a mail that has to go out twice can be seen to be one.
 */
@Singleton
public class Composer {

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, d MMM uuuu HH:mm:ss xx", Locale.ENGLISH);
    /** Larger mails are refused by some, and read by nobody. */
    private static final int MOST_BYTES = 950_000;

    private static final byte[] NOTHING = {};
    private static final String BASE32 = "abcdefghijklmnopqrstuvwxyz234567";

    static {
        // Jakarta Mail asks for it some twenty times a mail, and would else look through the class path each time.
        System.setProperty(StreamProvider.class.getName(), MailStreamProvider.class.getName());
    }

    private final InternetAddress from;
    private final String domain;
    private final Session session = Session.getInstance(new Properties());

    Composer(MailConfig config) {
        from = HeaderText.address(config.from());
        domain = HeaderText.of(config.domain()
                .orElseGet(() -> from.getAddress().substring(from.getAddress().indexOf('@') + 1)));
    }

    /**
     * @param links good for the digest's recipient only
     * @throws IllegalArgumentException if the digest holds what cannot stand in a header
     */
    public Mail compose(Digest digest, MailLinks links, Instant at) {
        var reader = Reader.of(digest);
        var text = MailText.of(digest, links.answer(), reader);
        var to = HeaderText.address(digest.recipient());
        var hash = hash(digest.recipient(), digest.day());
        var messageId = "<" + base32(hash) + "@" + domain + ">";
        try {
            var message = new Message(session, messageId);
            message.setFrom(sender(digest.branding()));
            message.setRecipient(jakarta.mail.Message.RecipientType.TO, to);
            var contact = replyTo(digest);
            if (contact.isPresent()) {
                message.setReplyTo(new InternetAddress[] {contact.get()});
            }
            message.setSubject(HeaderText.of(text.subject()), "UTF-8");
            message.setHeader("Date", DATE.format(at.atZone(digest.zone())));
            message.setHeader("Content-Language", text.language());
            // RFC 3834: so that nobody's absence notice answers us.
            message.setHeader("Auto-Submitted", "auto-generated");
            // RFC 2919: by which people sort; the same for all of our mail, whoever is told.
            message.setHeader("List-Id", "Cutoff <notices." + domain + ">");
            if (digest.severity() == Severity.HIGH) {
                // RFC 4021: mail programs show a mark beside it. What is of low severity is not marked: it is still
                // worth reading.
                message.setHeader("Importance", "high");
            }
            if (links.unsubscribe() != null) {
                // RFC 8058: the mail program asks this address by POST when its user presses "unsubscribe".
                message.setHeader("List-Unsubscribe", "<" + links.unsubscribe() + ">");
                message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
            }
            message.setContent(content(digest, reader, text, HexFormat.of().formatHex(hash, 0, 12), at));
            message.saveChanges();
            return new Mail(from.getAddress(), to.getAddress(), messageId, text.subject(), bytes(message));
        } catch (MessagingException e) {
            throw new IllegalArgumentException("The mail cannot be composed", e);
        }
    }

    private InternetAddress sender(@Nullable Branding branding) {
        if (branding == null) {
            return from;
        }
        try {
            return new InternetAddress(from.getAddress(), HeaderText.of(branding.name()), "UTF-8");
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A contact that cannot stand in a header must not keep the mail from its reader, who finds it in the text. */
    private static Optional<InternetAddress> replyTo(Digest digest) {
        try {
            return Optional.ofNullable(digest.replyTo()).map(HeaderText::address);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static MimeMultipart content(Digest digest, Reader reader, MailText text, String id, Instant at)
            throws MessagingException {
        var letter = Envelope.alternative("cutoff-" + id, text);
        var mixed = Envelope.mixed("cutoff-files-" + id, letter);
        var calendar = digest.dates().isEmpty() ? NOTHING : CalendarFile.of(digest, reader, at);
        if (!digest.isListed()) {
            var left = MOST_BYTES - onTheWire(text) - encoded(calendar.length);
            mixed.attach(
                    ClientFile.NAME, "text/csv; charset=UTF-8", new ClientFile(digest, reader).bytes(left * 2 / 3));
        }
        if (calendar.length > 0) {
            mixed.attach(CalendarFile.NAME, "text/calendar; charset=UTF-8; method=PUBLISH", calendar);
        }
        return mixed.getCount() == 1 ? letter : mixed;
    }

    /** The text and the HTML, as they may be encoded at worst. */
    private static int onTheWire(MailText text) {
        return encoded(text.text().getBytes(StandardCharsets.UTF_8).length)
                + encoded(text.html().getBytes(StandardCharsets.UTF_8).length);
    }

    private static int encoded(int bytes) {
        return bytes * 3 / 2;
    }

    /**
     * The bytes of a mail of a few words that somebody has asked for.
     *
     * @param id names the mail
     * @param language tag of the language
     */
    public byte[] note(String to, String id, String subject, String text, String language, Instant at) {
        try {
            var message = new Message(session, "<" + id + "@" + domain + ">");
            message.setFrom(from);
            message.setRecipient(jakarta.mail.Message.RecipientType.TO, HeaderText.address(to));
            message.setSubject(HeaderText.of(subject), "UTF-8");
            message.setHeader("Date", DATE.format(at.atZone(ZoneOffset.UTC)));
            message.setHeader("Content-Language", language);
            message.setHeader("Auto-Submitted", "auto-generated");
            message.setText(text.replace("\n", "\r\n"), "UTF-8");
            message.saveChanges();
            return bytes(message);
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
}
