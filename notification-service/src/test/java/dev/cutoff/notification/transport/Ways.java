package dev.cutoff.notification.transport;

import dev.cutoff.notification.failpoint.Failpoints;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Ways for tests. */
public final class Ways {

    public static final Failpoints NO_FAILPOINTS = new Failpoints(Optional.empty(), 1, () -> {});

    private Ways() {}

    /** @param url as in the configuration; with a user in it, by password */
    public static Transport to(String url) {
        var server = SmtpServer.of("cutoff.smtp.url", url);
        Login login = server.user() == null
                ? new Login.None()
                : new Login.Password(Auth.PASSWORD, server.user(), server.password());
        return to(server, login);
    }

    static Transport to(SmtpServer server, Login login) {
        return new Transport(Transport.DEFAULT, server, login, new Pace(0, 0), 2, Set.of(), null);
    }

    public static Relay relay(Transport transport) {
        return new Relay(transport, Quickly.SETTINGS, NO_FAILPOINTS);
    }

    /** One way without limits. */
    public static Transports onlyTo(String url) {
        return of(Map.of(
                "cutoff.smtp.url", url,
                "cutoff.transports.default.rate-per-minute", "0",
                "cutoff.transports.default.daily-recipients", "0"));
    }

    /** As they would be configured. */
    public static Transports of(Map<String, String> settings) {
        return of(settings, NO_FAILPOINTS);
    }

    public static Transports of(Map<String, String> settings, Failpoints failpoints) {
        var config = new SmallRyeConfigBuilder()
                .withMapping(TransportsConfig.class)
                .withMapping(SmtpConfig.class)
                .withDefaultValues(new HashMap<>(settings))
                .build();
        return new Transports(
                config.getConfigMapping(TransportsConfig.class),
                config.getConfigMapping(SmtpConfig.class),
                Quickly.SETTINGS,
                null,
                failpoints,
                16);
    }
}
