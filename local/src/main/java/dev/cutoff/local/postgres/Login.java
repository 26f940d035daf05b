package dev.cutoff.local.postgres;

import dev.cutoff.local.home.Failure;
import dev.cutoff.local.home.Port;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The way into a PostgreSQL as its administrator.
 *
 * @param server {@code jdbc:postgresql://HOST:PORT/}
 * @param database in which the administrator starts
 * @param parameters of the URL without user and password, with {@code ?} if there are any
 */
public record Login(String server, String database, String parameters, String user, String password) {

    private static final Pattern URL = Pattern.compile("(jdbc:postgresql://[^/?]+/)([^?]*)(\\?.*)?");

    /** The embedded cluster. */
    public static Login embedded(int port, String password) {
        return new Login("jdbc:postgresql://" + Port.HOST + ":" + port + "/", "postgres", "", "postgres", password);
    }

    /**
     * @param url such as {@code jdbc:postgresql://db.example:5432/postgres?user=admin&password=secret}
     */
    public static Login of(String url) {
        var parts = URL.matcher(url);
        if (!parts.matches()) {
            // Not the URL itself: it may hold a password.
            throw new Failure(
                    "CUTOFF_DB_URL must look like jdbc:postgresql://HOST:PORT/DATABASE?user=NAME&password=WORD.");
        }
        var query = parts.group(3) == null ? "" : parts.group(3).substring(1);
        var user = parameter(query, "user");
        if (user == null) {
            throw new Failure("CUTOFF_DB_URL names no user: add ?user=NAME&password=WORD.");
        }
        var password = parameter(query, "password");
        var others = Arrays.stream(query.split("&"))
                .filter(part -> !part.isEmpty() && !part.startsWith("user=") && !part.startsWith("password="))
                .collect(Collectors.joining("&"));
        return new Login(
                parts.group(1),
                parts.group(2).isEmpty() ? "postgres" : parts.group(2),
                others.isEmpty() ? "" : "?" + others,
                user,
                password == null ? "" : password);
    }

    /** The URL of a database of this server, without anybody's name. */
    public String url(String name) {
        return server + name + parameters;
    }

    Connection connect(String name) throws SQLException {
        return DriverManager.getConnection(url(name), user, password);
    }

    private static @Nullable String parameter(String query, String name) {
        return Arrays.stream(query.split("&"))
                .filter(part -> part.startsWith(name + "="))
                .map(part -> URLDecoder.decode(part.substring(name.length() + 1), StandardCharsets.UTF_8))
                .findFirst()
                .orElse(null);
    }
}
