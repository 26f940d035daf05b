package dev.cutoff.notification.delivery;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Where mail is handed over.
 *
 * @param tls TLS from the start
 * @param needsStartTls whether nothing is sent before the connection is secured; else it is secured where the server can
 * @param user null where the server takes mail without a login
 */
record SmtpServer(
        String host,
        int port,
        boolean tls,
        boolean needsStartTls,
        @Nullable String user,
        @Nullable String password) {

    /** @throws IllegalArgumentException if it is none of our addresses; the message does not repeat it, it may hold a password */
    static SmtpServer of(String url) {
        URI uri;
        try {
            uri = URI.create(url);
        } catch (IllegalArgumentException e) {
            throw wrong("is not an address");
        }
        if (uri.getScheme() == null || !uri.getScheme().matches("smtps?") || uri.getHost() == null) {
            throw wrong("must be smtp://HOST:PORT or smtps://HOST:PORT");
        }
        var tls = uri.getScheme().equals("smtps");
        var port = uri.getPort() > 0 ? uri.getPort() : tls ? 465 : 25;
        var login = uri.getRawUserInfo() == null
                ? new String[0]
                : uri.getRawUserInfo().split(":", 2);
        return new SmtpServer(
                uri.getHost(),
                port,
                tls,
                needsStartTls(uri.getQuery()),
                login.length > 0 ? decoded(login[0]) : null,
                login.length > 1 ? decoded(login[1]) : null);
    }

    private static boolean needsStartTls(@Nullable String query) {
        return switch (query) {
            case null -> false;
            case "starttls=required" -> true;
            case "starttls=optional" -> false;
            default -> throw wrong("knows only starttls=required and starttls=optional");
        };
    }

    private static String decoded(String part) {
        return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static IllegalArgumentException wrong(String what) {
        return new IllegalArgumentException("cutoff.smtp.url " + what);
    }

    /** Without the password, so that it may be logged. */
    @Override
    public String toString() {
        return (tls ? "smtps://" : "smtp://") + host + ":" + port;
    }
}
