package dev.cutoff.notification.transport;

import dev.cutoff.notification.failpoint.Failpoints;
import dev.cutoff.notification.notice.SendingConfig;
import io.quarkus.oidc.client.OidcClients;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The ways on which mail leaves, as they are configured. What is wrong with them stops the start and not the mail. */
@Singleton
public class Transports {

    /** For planning, requests, and the second one that a sender takes while it brings a key. */
    private static final int CONNECTIONS_OF_OTHERS = 4;

    private final Map<String, Transport> byName = new TreeMap<>();
    private final SendingConfig sending;
    private final OidcClients clients;
    private final Failpoints failpoints;

    Transports(
            TransportsConfig config,
            SmtpConfig smtp,
            SendingConfig sending,
            OidcClients clients,
            Failpoints failpoints,
            @ConfigProperty(name = "quarkus.datasource.jdbc.max-size") int connections) {
        this.sending = sending;
        this.clients = clients;
        this.failpoints = failpoints;
        config.byName().forEach((name, entry) -> byName.put(name, transport(name, entry, smtp)));
        byName.computeIfAbsent(
                Transport.DEFAULT, name -> transport(name, config.byName().get(name), smtp));
        requireOneEach();
        requireConnections(connections);
    }

    /** Senders who hold all connections, and each wait for one more, would wait for each other. */
    private void requireConnections(int connections) {
        var parallel = byName.values().stream().mapToInt(Transport::parallel).sum();
        if (parallel + CONNECTIONS_OF_OTHERS > connections) {
            throw new IllegalArgumentException(
                    "%d mails side by side (cutoff.sending.parallel, cutoff.transports) need %d connections to the database, and quarkus.datasource.jdbc.max-size is %d"
                            .formatted(parallel, parallel + CONNECTIONS_OF_OTHERS, connections));
        }
    }

    /** A tenant whose mail could leave on two ways would leave on whichever looks first. */
    private void requireOneEach() {
        var seen = new HashSet<UUID>();
        byName.values().stream().flatMap(way -> way.tenants().stream()).forEach(tenant -> {
            if (!seen.add(tenant)) {
                throw new IllegalArgumentException("Two of cutoff.transports name the tenant " + tenant);
            }
        });
    }

    private Transport transport(String name, TransportsConfig.Entry entry, SmtpConfig smtp) {
        var isDefault = name.equals(Transport.DEFAULT);
        var setting = "cutoff.transports." + name + ".url";
        var url = entry.url()
                .or(() -> isDefault ? smtp.url() : Optional.empty())
                .orElseThrow(() -> new IllegalArgumentException(
                        isDefault ? "cutoff.smtp.url is not set" : setting + " is not set"));
        var server = SmtpServer.of(entry.url().isPresent() ? setting : "cutoff.smtp.url", url);
        var tenants = entry.tenants().orElse(Set.of());
        if (isDefault != tenants.isEmpty()) {
            throw new IllegalArgumentException(
                    "cutoff.transports.%s.tenants must name tenants, unless it is the default".formatted(name));
        }
        return new Transport(
                name,
                server,
                login(name, entry, server),
                new Pace(entry.ratePerMinute(), entry.dailyRecipients()),
                entry.parallel().orElse(sending.parallel()),
                Set.copyOf(tenants),
                entry.senderTenant().orElse(null));
    }

    private Login login(String name, TransportsConfig.Entry entry, SmtpServer server) {
        var user = entry.user().or(() -> Optional.ofNullable(server.user()));
        var auth = entry.auth().orElse(user.isPresent() ? Auth.PASSWORD : Auth.NONE);
        if (auth == Auth.NONE) {
            return new Login.None();
        }
        var who = user.orElseThrow(
                () -> new IllegalArgumentException("cutoff.transports.%s.user must say who logs in".formatted(name)));
        if (auth == Auth.XOAUTH2) {
            var client = entry.oidcClient().orElse(name);
            return new Login.Token(who, new AccessTokens(() -> clients.getClient(client), InstantSource.system()));
        }
        var password = entry.password()
                .or(() -> Optional.ofNullable(server.password()))
                .orElseThrow(
                        () -> new IllegalArgumentException("cutoff.transports.%s.password is not set".formatted(name)));
        return new Login.Password(auth, who, password);
    }

    /** All of them, by name. */
    public List<Transport> all() {
        return List.copyOf(byName.values());
    }

    public Optional<Transport> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** The tenants whose mail does not leave on the default way, unless it is about others too. */
    public Stream<Transport> special() {
        return byName.values().stream().filter(way -> !way.isDefault());
    }

    /** The way on which mail about these tenants and no others leaves; empty for the default. */
    public Optional<Transport> of(Collection<UUID> tenants) {
        return special().filter(way -> way.tenants().containsAll(tenants)).findFirst();
    }

    /** A way, opened when the first mail wants it. */
    public Relay open(Transport transport) {
        return new Relay(transport, sending, failpoints);
    }
}
