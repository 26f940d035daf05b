package dev.cutoff.notification.transport;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where mail is handed over, as an address says it: {@code smtp://[user:password@]host[:port][?starttls=required|optional|none]}, or {@code
 * smtps://} for TLS from the start.
 *
 * @param user null where the address has no login
 */
public record SmtpServer(
        String host,
        int port,
        Security security,
        @Nullable String user,
        @Nullable String password) {

    private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "[::1]");

    /**
     * @param setting that the address comes from, for the message
     * @throws IllegalArgumentException if it is none of our addresses; the message does not repeat it, it may hold a password
     */
    static SmtpServer of(String setting, String url) {
        URI uri;
        try {
            uri = URI.create(url);
        } catch (IllegalArgumentException e) {
            throw wrong(setting, "is not an address");
        }
        if (uri.getScheme() == null || !uri.getScheme().matches("smtps?") || uri.getHost() == null) {
            throw wrong(setting, "must be smtp://HOST:PORT or smtps://HOST:PORT");
        }
        var tls = uri.getScheme().equals("smtps");
        var port = uri.getPort() > 0 ? uri.getPort() : tls ? 465 : 25;
        var login = uri.getRawUserInfo() == null
                ? new String[0]
                : uri.getRawUserInfo().split(":", 2);
        var hasLogin = login.length > 0;
        return new SmtpServer(
                uri.getHost(),
                port,
                tls ? Security.TLS : startTls(setting, uri, hasLogin),
                hasLogin ? decoded(login[0]) : null,
                login.length > 1 ? decoded(login[1]) : null);
    }

    /** A login does not cross a network in the clear unless somebody has said so. */
    private static Security startTls(String setting, URI uri, boolean hasLogin) {
        return switch (uri.getQuery()) {
            case null ->
                hasLogin && !HERE.contains(uri.getHost()) ? Security.STARTTLS_REQUIRED : Security.STARTTLS_OPTIONAL;
            case "starttls=required" -> Security.STARTTLS_REQUIRED;
            case "starttls=optional" -> Security.STARTTLS_OPTIONAL;
            case "starttls=none" -> Security.NONE;
            default -> throw wrong(setting, "knows only starttls=required, starttls=optional and starttls=none");
        };
    }

    private static String decoded(String part) {
        return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static IllegalArgumentException wrong(String setting, String what) {
        return new IllegalArgumentException(setting + " " + what);
    }

    boolean isHere() {
        return HERE.contains(host);
    }

    boolean isImplicitTls() {
        return security == Security.TLS;
    }

    /** Without the password, so that it may be logged. */
    @Override
    public String toString() {
        return (isImplicitTls() ? "smtps://" : "smtp://") + host + ":" + port;
    }
}
