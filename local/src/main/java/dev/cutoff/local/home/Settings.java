package dev.cutoff.local.home;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the user and the script {@code cutoff} decided.
 *
 * @param build folder with the built applications
 * @param home where all state is
 * @param ports where each server listens
 * @param databaseUrl administrator's URL of a PostgreSQL that is there already; null: start one
 * @param issuerUrl an OIDC issuer that is there already; null: start one
 * @param clientSecret with which the services identify themselves to that issuer
 * @param smtpUrl an SMTP server that is there already; null: start one
 * @param token to call the services with, for an issuer that we cannot ask
 * @param javaOptions more options for the JVMs of the services
 */
public record Settings(
        Path build,
        Home home,
        Map<Port, Integer> ports,
        @Nullable String databaseUrl,
        @Nullable String issuerUrl,
        @Nullable String clientSecret,
        @Nullable String smtpUrl,
        @Nullable String token,
        List<String> javaOptions) {

    /** What the services send to the issuer of local mode, which takes any. */
    private static final String LOCAL_SECRET = "local";

    /**
     * @param project folder of the project
     * @param build folder with the built applications
     * @param environment the environment variables
     */
    public static Settings of(Path project, Path build, Map<String, String> environment) {
        var home = environment.get("CUTOFF_HOME");
        var ports = new EnumMap<Port, Integer>(Port.class);
        for (var port : Port.values()) {
            ports.put(port, number(port, environment.get(port.setting())));
        }
        return new Settings(
                build,
                new Home(real((isBlank(home) ? project.resolve(".cutoff") : Path.of(home))
                        .toAbsolutePath()
                        .normalize())),
                ports,
                text(environment, "CUTOFF_DB_URL"),
                address(environment, "CUTOFF_OIDC_URL"),
                text(environment, "CUTOFF_OIDC_CLIENT_SECRET"),
                address(environment, "CUTOFF_SMTP_URL"),
                text(environment, "CUTOFF_TOKEN"),
                words(environment.getOrDefault("CUTOFF_JAVA_OPTS", "")));
    }

    public int port(Port port) {
        return ports.get(port);
    }

    public Settings withPorts(Map<Port, Integer> others) {
        return new Settings(build, home, others, databaseUrl, issuerUrl, clientSecret, smtpUrl, token, javaOptions);
    }

    public Settings withSmtpUrl(String other) {
        return new Settings(build, home, ports, databaseUrl, issuerUrl, clientSecret, other, token, javaOptions);
    }

    /** @param more options for the JVMs of the services, after the others */
    public Settings withJavaOptions(List<String> more) {
        var all = Stream.concat(javaOptions.stream(), more.stream()).toList();
        return new Settings(build, home, ports, databaseUrl, issuerUrl, clientSecret, smtpUrl, token, all);
    }

    public String secretOfServices() {
        return clientSecret == null ? LOCAL_SECRET : clientSecret;
    }

    private static int number(Port port, @Nullable String value) {
        if (isBlank(value)) {
            return port.usual();
        }
        if (value.matches("[0-9]{1,5}")) {
            var number = Integer.parseInt(value);
            if (number >= 1 && number <= 65535) {
                return number;
            }
        }
        throw new Failure(port.setting() + " must be a port number from 1 to 65535, not " + value + ".");
    }

    /** The one name of a folder, whichever links lead to it: processes are found by it. */
    private static Path real(Path path) {
        try {
            if (Files.exists(path)) {
                return path.toRealPath();
            }
            var parent = path.getParent();
            return parent == null ? path : real(parent).resolve(path.getFileName());
        } catch (IOException e) {
            throw new Failure("Cannot look at " + path + " (" + e.getMessage() + ").", e);
        }
    }

    private static @Nullable String text(Map<String, String> environment, String name) {
        var value = environment.get(name);
        return isBlank(value) ? null : value;
    }

    private static @Nullable String address(Map<String, String> environment, String name) {
        var value = text(environment, name);
        if (value != null && !value.matches("[a-z]+://\\S+")) {
            throw new Failure(
                    name + " must be an address such as https://issuer.example/realm or smtp://mail.example:25.");
        }
        return value;
    }

    private static List<String> words(String text) {
        return text.isBlank() ? List.of() : List.of(text.strip().split("\\s+"));
    }

    private static boolean isBlank(@Nullable String value) {
        return value == null || value.isBlank();
    }
}
