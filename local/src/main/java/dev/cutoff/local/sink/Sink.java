package dev.cutoff.local.sink;

import dev.cutoff.local.home.Failure;
import dev.cutoff.local.home.Port;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** An SMTP server that keeps of each mail what tells it from another, and nothing else; who wants to read them does so as they come. */
public final class Sink implements AutoCloseable {

    private static final int BACKLOG = 100;

    private final ServerSocket server;
    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
    private final Map<String, List<Taken>> taken = new ConcurrentHashMap<>();
    private final AtomicInteger count = new AtomicInteger();
    private final @Nullable BiConsumer<String, byte[]> reader;
    private volatile Manner manner = Manner.GOOD;

    public Sink() {
        this(null);
    }

    private Sink(@Nullable BiConsumer<String, byte[]> reader) {
        this.reader = reader;
        try {
            server = new ServerSocket(0, BACKLOG, InetAddress.getByName(Port.HOST));
        } catch (IOException e) {
            throw new Failure("A mail server could not be started (" + e.getMessage() + ").", e);
        }
        Thread.ofVirtual().name("sink").start(this::listen);
    }

    /** @param reader gets the recipient of the envelope and the mail, from several threads; a mail is taken once it is through with it */
    public static Sink reading(BiConsumer<String, byte[]> reader) {
        return new Sink(reader);
    }

    public URI address() {
        return URI.create("smtp://" + Port.HOST + ":" + server.getLocalPort());
    }

    /** From now on. */
    public void behave(Manner other) {
        manner = other;
    }

    /** How many mails it has taken, each as often as it came. */
    public int count() {
        return count.get();
    }

    /** What it has taken under a Message-ID, in the order in which it came. */
    public List<Taken> taken(String messageId) {
        return taken.containsKey(messageId) ? List.copyOf(taken.get(messageId)) : List.of();
    }

    /** The Message-IDs of all that it has taken. */
    public Set<String> messageIds() {
        return Set.copyOf(taken.keySet());
    }

    private void listen() {
        try {
            while (true) {
                var socket = server.accept();
                connections.add(socket);
                Thread.ofVirtual().start(() -> serve(socket));
            }
        } catch (IOException e) {
            // Closed: nobody is served any more.
            return;
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            socket.setTcpNoDelay(true);
            new Conversation(socket, step -> manner.goesOn(step), this::take, reader).run();
        } catch (IOException e) {
            // Whoever hangs up in the middle of a mail has not handed it over.
            return;
        } finally {
            connections.remove(socket);
        }
    }

    private void take(Taken mail) {
        taken.compute(mail.messageId(), (_, before) -> {
            var all = before == null ? new ArrayList<Taken>() : new ArrayList<>(before);
            all.add(mail);
            return all;
        });
        count.incrementAndGet();
    }

    @Override
    public void close() {
        try {
            server.close();
            for (var connection : connections) {
                connection.close();
            }
        } catch (IOException e) {
            throw new Failure("The mail server could not be stopped (" + e.getMessage() + ").", e);
        }
    }
}
