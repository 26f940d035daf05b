package dev.cutoff.notification.delivery;

import dev.cutoff.notification.notice.Outcome;
import dev.cutoff.notification.notice.Phase;
import dev.cutoff.notification.notice.Result;
import dev.cutoff.notification.notice.SendingConfig;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.time.Duration;
import java.util.Properties;
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** A connection to the mail server, opened when the first mail wants it and kept for the next as long as all goes well. */
final class Relay implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Relay.class);

    private final SmtpServer server;
    private final Session session;
    private @Nullable FencedTransport transport;

    Relay(SmtpServer server, SendingConfig config) {
        this.server = server;
        this.session = Session.getInstance(properties(server, config));
    }

    private static Properties properties(SmtpServer server, SendingConfig config) {
        var prefix = server.tls() ? "mail.smtps." : "mail.smtp.";
        var properties = new Properties();
        properties.put(prefix + "connectiontimeout", millis(config.connectTimeout()));
        properties.put(prefix + "timeout", millis(config.replyTimeout()));
        properties.put(prefix + "writetimeout", millis(config.replyTimeout()));
        properties.put(prefix + "starttls.enable", "true");
        properties.put(prefix + "starttls.required", String.valueOf(server.needsStartTls()));
        properties.put(prefix + "ssl.checkserveridentity", "true");
        properties.put(prefix + "auth", String.valueOf(server.user() != null));
        // A mail that is not finished is dropped by closing the connection: nobody answers a QUIT in the middle of it.
        properties.put(prefix + "quitwait", "false");
        return properties;
    }

    private static String millis(Duration duration) {
        return String.valueOf(duration.toMillis());
    }

    /**
     * @param envelopeId what a report about the mail names it by, where the server offers reports
     * @param mayFinish asked before the end of the mail is sent
     */
    Result send(String from, String to, String envelopeId, byte[] mime, BooleanSupplier mayFinish) {
        try {
            var result = connected().deliver(from, to, envelopeId, mime, mayFinish);
            if (result.outcome() != Outcome.ACCEPTED) {
                close();
            }
            return result;
        } catch (AuthenticationFailedException e) {
            LOG.warnf("The mail server does not accept the login, server=%s", server);
            return new Result(Outcome.POSTPONED, Phase.CONNECT, null, "The login was not accepted");
        } catch (MessagingException e) {
            LOG.warnf("The mail server cannot be reached, server=%s", server);
            return new Result(Outcome.BROKEN_OFF, Phase.CONNECT, null, null);
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private FencedTransport connected() throws MessagingException {
        if (transport == null || !transport.isConnected()) {
            var fresh = new FencedTransport(session, server.tls());
            fresh.connect(server.host(), server.port(), server.user(), server.password());
            transport = fresh;
        }
        return transport;
    }

    @Override
    public void close() {
        if (transport == null) {
            return;
        }
        try {
            transport.close();
        } catch (MessagingException e) {
            LOG.debug("The connection was gone already");
        }
        transport = null;
    }
}
