package dev.cutoff.notification.transport;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/** A mail server that does what a test tells it to, command by command, and keeps each mail whose end it has seen. */
public final class ScriptedSmtp implements AutoCloseable {

    /** What to do instead of the usual reply. */
    public static final String DROP = "DROP";

    private final ServerSocket server;
    private final Map<String, Deque<String>> script = new HashMap<>();
    private final List<byte[]> mails = Collections.synchronizedList(new ArrayList<>());
    private final List<String> commands = Collections.synchronizedList(new ArrayList<>());
    private final @Nullable SSLContext identity;
    private volatile Consumer<String> witness = command -> {};

    public ScriptedSmtp() {
        this(null);
    }

    /** @param identity with which it offers STARTTLS; null if it does not */
    ScriptedSmtp(@Nullable SSLContext identity) {
        this.identity = identity;
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    public String url() {
        return "smtp://localhost:" + server.getLocalPort();
    }

    /** The next time that this command comes, this is replied; once for each call. */
    public ScriptedSmtp on(String command, String reply) {
        synchronized (script) {
            script.computeIfAbsent(command, key -> new ArrayDeque<>()).add(reply);
        }
        return this;
    }

    /** Is told each command before it is answered; the end of a mail is a dot. */
    public ScriptedSmtp witness(Consumer<String> told) {
        witness = told;
        return this;
    }

    /** The mails whose end arrived, also those that were then refused or not answered. */
    public List<byte[]> mails() {
        return List.copyOf(mails);
    }

    public List<String> commands() {
        return List.copyOf(commands);
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                var socket = server.accept();
                Thread.ofVirtual().start(() -> serve(socket));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            if (reply(socket.getOutputStream(), "CONNECT", "220 scripted")) {
                converse(socket, identity != null);
            }
        } catch (IOException e) {
            // the client has gone
        }
    }

    private void converse(Socket socket, boolean offersTls) throws IOException {
        var in = socket.getInputStream();
        var out = socket.getOutputStream();
        for (var line = line(in); line != null; line = line(in)) {
            var command = line.split("[ :]", 2)[0].toUpperCase();
            commands.add(line);
            witness.accept(line);
            var goesOn = switch (command) {
                case "EHLO" -> reply(out, "EHLO", offersTls ? "250-scripted\r\n250 STARTTLS" : "250 scripted");
                case "STARTTLS" -> {
                    reply(out, "STARTTLS", "220 go ahead");
                    converse(secured(socket), false);
                    yield false;
                }
                case "AUTH" -> reply(out, "AUTH", "235 welcome");
                case "DATA" -> isRefused("DATA") ? reply(out, "DATA", "") : data(in, out);
                case "QUIT" -> false;
                default -> reply(out, command, "250 ok");
            };
            if (!goesOn) {
                return;
            }
        }
    }

    private Socket secured(Socket socket) throws IOException {
        var secured = (SSLSocket) identity.getSocketFactory().createSocket(socket, null, socket.getPort(), true);
        secured.setUseClientMode(false);
        secured.startHandshake();
        return secured;
    }

    private boolean isRefused(String command) {
        synchronized (script) {
            return !script.getOrDefault(command, new ArrayDeque<>()).isEmpty();
        }
    }

    private boolean data(InputStream in, OutputStream out) throws IOException {
        reply(out, "DATA", "354 go on");
        var mail = new ByteArrayOutputStream();
        for (var line = line(in); line != null; line = line(in)) {
            if (line.equals(".")) {
                mails.add(mail.toByteArray());
                commands.add(".");
                witness.accept(".");
                return reply(out, ".", "250 queued");
            }
            mail.writeBytes((line.startsWith(".") ? line.substring(1) : line).getBytes(StandardCharsets.ISO_8859_1));
            mail.writeBytes("\r\n".getBytes(StandardCharsets.ISO_8859_1));
        }
        return false;
    }

    private boolean reply(OutputStream out, String command, String usual) throws IOException {
        String reply;
        synchronized (script) {
            var scripted = script.getOrDefault(command, new ArrayDeque<>());
            reply = scripted.isEmpty() ? usual : scripted.poll();
        }
        if (reply.equals(DROP)) {
            return false;
        }
        out.write((reply + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
        return !reply.startsWith("421");
    }

    private static String line(InputStream in) throws IOException {
        var line = new ByteArrayOutputStream();
        for (var next = in.read(); next >= 0; next = in.read()) {
            if (next == '\n') {
                return line.toString(StandardCharsets.ISO_8859_1).replaceFirst("\r$", "");
            }
            line.write(next);
        }
        return null;
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
