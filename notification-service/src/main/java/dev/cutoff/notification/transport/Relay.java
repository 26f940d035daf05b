package dev.cutoff.notification.transport;

import dev.cutoff.notification.failpoint.Failpoints;
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
public final class Relay implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Relay.class);

    private final Transport way;
    private final Session session;
    private final Failpoints failpoints;
    private @Nullable FencedTransport connection;

    Relay(Transport way, SendingConfig config, Failpoints failpoints) {
        this.way = way;
        this.failpoints = failpoints;
        this.session = Session.getInstance(properties(way, config));
    }

    private static Properties properties(Transport transport, SendingConfig config) {
        var server = transport.server();
        var prefix = server.isImplicitTls() ? "mail.smtps." : "mail.smtp.";
        var properties = new Properties();
        properties.put(prefix + "connectiontimeout", millis(config.connectTimeout()));
        properties.put(prefix + "timeout", millis(config.replyTimeout()));
        properties.put(prefix + "writetimeout", millis(config.replyTimeout()));
        properties.put(prefix + "starttls.enable", String.valueOf(server.security() != Security.NONE));
        properties.put(prefix + "starttls.required", String.valueOf(server.security() == Security.STARTTLS_REQUIRED));
        properties.put(prefix + "ssl.checkserveridentity", "true");
        var auth = transport.login().auth();
        properties.put(prefix + "auth", String.valueOf(auth != Auth.NONE));
        properties.put(prefix + "auth.mechanisms", auth.mechanisms());
        // The end of a mail goes out at once, and not when the server has said at leisure that it has the rest.
        properties.put(prefix + "socketFactory", new PromptSockets());
        properties.put(prefix + "socketFactory.fallback", "false");
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
    public Result send(String from, String to, String envelopeId, byte[] mime, BooleanSupplier mayFinish) {
        try {
            var result = connected().deliver(from, to, envelopeId, mime, mayFinish);
            if (result.outcome() != Outcome.ACCEPTED) {
                close();
            }
            return result;
        } catch (AuthenticationFailedException e) {
            LOG.warnf("The mail server does not accept the login, transport=%s", way);
            return new Result(Outcome.POSTPONED, Phase.CONNECT, null, "The login was not accepted");
        } catch (AccessTokens.Unavailable e) {
            LOG.warnf(e, "No access token to log in with, transport=%s", way);
            return new Result(Outcome.POSTPONED, Phase.CONNECT, null, "There was no access token to log in with");
        } catch (MessagingException e) {
            LOG.warnf("The mail server cannot be reached, transport=%s", way);
            return new Result(Outcome.BROKEN_OFF, Phase.CONNECT, null, null);
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private FencedTransport connected() throws MessagingException {
        if (connection == null || !connection.isConnected()) {
            connection = fresh();
        }
        return connection;
    }

    private FencedTransport fresh() throws MessagingException {
        try {
            return connect();
        } catch (AuthenticationFailedException e) {
            if (!way.login().refused()) {
                throw e;
            }
            return connect();
        }
    }

    private FencedTransport connect() throws MessagingException {
        var server = way.server();
        var fresh = new FencedTransport(session, server.isImplicitTls(), failpoints);
        fresh.connect(
                server.host(), server.port(), way.login().user(), way.login().secret());
        return fresh;
    }

    /**
     * Connects as for a mail, and sends none.
     *
     * @throws MessagingException as the library says it: {@link AuthenticationFailedException} if the login was refused
     * @throws AccessTokens.Unavailable if there is no token to log in with
     */
    boolean greet() throws MessagingException {
        try {
            return connected().isSSL();
        } finally {
            close();
        }
    }

    @Override
    public void close() {
        if (connection == null) {
            return;
        }
        try {
            connection.close();
        } catch (MessagingException e) {
            LOG.debug("The connection was gone already");
        }
        connection = null;
    }
}
