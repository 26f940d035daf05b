package dev.cutoff.local.sink;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The server's side of one connection (RFC 5321), for one recipient a mail. */
final class Conversation {

    private static final String MESSAGE_ID = "message-id:";

    private final OutputStream out;
    private final Manner manner;
    private final Consumer<Taken> taker;
    private final @Nullable BiConsumer<String, byte[]> reader;
    private final Line line;
    private String recipient = "";

    /** @param reader gets the recipient and the mail before it is said to be taken; null if nobody reads */
    Conversation(Socket socket, Manner manner, Consumer<Taken> taker, @Nullable BiConsumer<String, byte[]> reader)
            throws IOException {
        this.line = new Line(socket.getInputStream());
        this.out = socket.getOutputStream();
        this.manner = manner;
        this.taker = taker;
        this.reader = reader;
    }

    /** Returns when either side has hung up. */
    void run() throws IOException {
        if (!manner.goesOn(Step.GREETING)) {
            return;
        }
        say("220 sink");
        while (line.read()) {
            if (!answer(line.text())) {
                return;
            }
        }
    }

    private boolean answer(String command) throws IOException {
        return switch (verb(command)) {
            case "EHLO", "HELO" -> answer(Step.EHLO, "250-sink\r\n250-8BITMIME\r\n250 DSN");
            case "MAIL" -> answer(Step.MAIL, "250 ok");
            case "RCPT" -> {
                recipient = command.replaceFirst(".*<(.*?)>.*", "$1");
                yield answer(Step.RCPT, "250 ok");
            }
            case "DATA" -> answer(Step.DATA, "354 go on") && receive();
            case "RSET", "NOOP" -> say("250 ok");
            case "QUIT" -> say("221 bye") && false;
            default -> say("500 what");
        };
    }

    private static String verb(String command) {
        return command.substring(0, Math.min(4, command.length())).toUpperCase(Locale.ROOT);
    }

    private boolean answer(Step step, String reply) throws IOException {
        return manner.goesOn(step) && say(reply);
    }

    private boolean say(String reply) throws IOException {
        out.write((reply + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
        return true;
    }

    private boolean receive() throws IOException {
        var digest = sha256();
        var messageId = "";
        var isHead = true;
        var whole = new ByteArrayOutputStream();
        while (line.read()) {
            if (line.isDot()) {
                var mail = new Taken(messageId, recipient, HexFormat.of().formatHex(digest.digest()));
                return manner.goesOn(Step.END) && take(mail, whole.toByteArray());
            }
            if (reader != null) {
                line.copyTo(whole);
            }
            line.addTo(digest);
            if (isHead) {
                isHead = !line.isEmpty();
                messageId = line.valueOf(MESSAGE_ID).orElse(messageId);
            }
        }
        return false;
    }

    private boolean take(Taken mail, byte[] whole) throws IOException {
        if (reader != null) {
            reader.accept(mail.recipient(), whole);
        }
        taker.accept(mail);
        return answer(Step.TAKEN, "250 taken");
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JVM has it", e);
        }
    }
}
