package dev.cutoff.local.bench;

import dev.cutoff.local.home.Failure;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/**
 * The peer of the bench of notices: the same mails over the same library and as many connections, and nothing that would know afterwards
 * what has become of them. A process of its own, with both compilers, as the service is. Arguments: host, port, file of mails, connections.
 * Prints how many nanoseconds it took, after a round that does not count.
 */
public final class MailLoop {

    private MailLoop() {}

    /** @return nanoseconds for all mails of the file */
    static long run(Path file, URI server, int connections) {
        var builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx384m",
                        "-XX:+UseSerialGC",
                        MailLoop.class.getName(),
                        server.getHost(),
                        Integer.toString(server.getPort()),
                        file.toString(),
                        Integer.toString(connections))
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        try {
            var process = builder.start();
            var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            if (process.waitFor() != 0) {
                throw new Failure("The bare loop failed: " + said);
            }
            return Long.parseLong(said);
        } catch (IOException e) {
            throw new Failure("The bare loop could not be started (" + e.getMessage() + ").", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure("Interrupted.", e);
        }
    }

    public static void main(String[] arguments) throws Exception {
        var mails = MailFile.read(Path.of(arguments[2]));
        var port = Integer.parseInt(arguments[1]);
        var connections = Integer.parseInt(arguments[3]);
        send(mails, arguments[0], port, connections);
        var began = System.nanoTime();
        send(mails, arguments[0], port, connections);
        System.out.println(System.nanoTime() - began);
    }

    private static void send(List<MailFile.Mail> mails, String host, int port, int connections) throws Exception {
        var next = new AtomicInteger();
        var senders = new ArrayList<Callable<Void>>();
        for (var i = 0; i < connections; i++) {
            senders.add(() -> {
                send(mails, host, port, next);
                return null;
            });
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var sender : threads.invokeAll(senders)) {
                sender.get();
            }
        }
    }

    private static void send(List<MailFile.Mail> mails, String host, int port, AtomicInteger next)
            throws MessagingException {
        var properties = new Properties();
        properties.put("mail.smtp.socketFactory", new PromptSockets());
        var session = Session.getInstance(properties);
        try (var transport = new SMTPTransport(session, null)) {
            transport.connect(host, port, null, null);
            for (var i = next.getAndIncrement(); i < mails.size(); i = next.getAndIncrement()) {
                var mail = mails.get(i);
                transport.sendMessage(
                        new MimeMessage(session, new ByteArrayInputStream(mail.bytes())),
                        new Address[] {new InternetAddress(mail.recipient())});
            }
        }
    }
}
