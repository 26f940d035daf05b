package dev.cutoff.local.servers;

import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * An SMTP server that keeps each mail as a file, before it answers that it has it. The same mail twice is two files, so that what
 * was sent twice can be seen.
 */
final class Mailbox {

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    /** What the server puts in front; without it the file is what was sent. */
    private static final String[] TRACE = {"Return-Path", "Received"};

    private static final byte[] LINE_END = {'\r', '\n'};

    private final Path folder;
    private final GreenMail server;

    Mailbox(int port, Path folder) {
        this.folder = folder;
        this.server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.getUserManager().setMessageDeliveryHandler(this::keep);
    }

    void start() {
        server.start();
    }

    void stop() {
        server.stop();
    }

    private GreenMailUser keep(MovingMessage mail, MailAddress recipient) throws MessagingException, UserException {
        try {
            store(mail.getMessage(), name(mail.getMessage(), recipient));
        } catch (IOException e) {
            throw new MessagingException("Cannot keep the mail in " + folder, e);
        }
        return new Kept(recipient.getEmail());
    }

    /** Written beside and moved: a file with the ending .eml is whole. */
    private synchronized void store(MimeMessage mail, String name) throws IOException, MessagingException {
        Files.createDirectories(folder);
        var next = Files.createTempFile(folder, "incoming", ".tmp");
        try (var file = Files.newOutputStream(next)) {
            mail.writeTo(file, TRACE);
            // The server takes the end of the last line for a part of the final dot.
            file.write(LINE_END);
        }
        Files.move(next, free(name));
    }

    /** By the mail's own date, which is the simulated time, and its recipient: a folder that reads as the story went. */
    private static String name(MimeMessage mail, MailAddress recipient) throws MessagingException {
        var sent =
                mail.getSentDate() == null ? Instant.now() : mail.getSentDate().toInstant();
        var address = recipient.getEmail().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9@._+-]", "_");
        return DATE.format(sent) + "-" + address;
    }

    private Path free(String name) {
        for (var copy = 1; ; copy++) {
            var file = folder.resolve(copy == 1 ? name + ".eml" : name + "-" + copy + ".eml");
            if (!Files.exists(file)) {
                return file;
            }
        }
    }

    /** The mail is a file already; nothing is kept in memory. */
    private record Kept(String address) implements GreenMailUser {

        @Override
        public String getEmail() {
            return address;
        }

        @Override
        public String getLogin() {
            return address;
        }

        @Override
        public void deliver(MovingMessage mail) {}

        @Override
        public void deliver(MimeMessage mail) {}

        @Override
        public void create() {}

        @Override
        public void delete() {}

        @Override
        public String getPassword() {
            return "";
        }

        @Override
        public void setPassword(String password) {}

        @Override
        public void authenticate(String password) {}

        @Override
        public String getQualifiedMailboxName() {
            return address;
        }
    }
}
