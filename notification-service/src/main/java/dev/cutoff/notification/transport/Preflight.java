package dev.cutoff.notification.transport;

import dev.cutoff.commons.json.WireName;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.inject.Singleton;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/** Looks before mail is due whether each way is open: at the start, every ten minutes, and when somebody asks. Sends nothing. */
@Singleton
@Startup
class Preflight {

    private static final Logger LOG = Logger.getLogger(Preflight.class);

    private final Transports transports;
    private final RetiringPath retiring;
    private final InstantSource realTime = InstantSource.system();
    private final Map<String, Checked> checked = new ConcurrentHashMap<>();

    Preflight(Transports transports, RetiringPath retiring, MeterRegistry metrics) {
        this.transports = transports;
        this.retiring = retiring;
        for (var transport : transports.all()) {
            Gauge.builder("cutoff.transport.reachable", () -> isReachable(transport) ? 1 : 0)
                    .description("Whether a mail could be handed over on this way when it was last looked at")
                    .tag("transport", transport.name())
                    .register(metrics);
            for (var kind : Finding.Kind.values()) {
                Gauge.builder("cutoff.transport.findings", () -> count(transport, kind))
                        .description("What is wrong with this way, or will be")
                        .tag("transport", transport.name())
                        .tag("kind", WireName.of(kind))
                        .register(metrics);
            }
        }
    }

    @Scheduled(every = "10m", delayed = "5s", concurrentExecution = ConcurrentExecution.SKIP)
    void look() {
        transports.all().forEach(this::look);
    }

    Checked look(Transport transport) {
        var findings = new ArrayList<Finding>();
        var isReachable = greet(transport, findings);
        retiring.of(transport).ifPresent(findings::add);
        var now = new Checked(realTime.instant(), isReachable, List.copyOf(findings));
        checked.put(transport.name(), now);
        if (findings.isEmpty()) {
            LOG.infof("Mail can leave, transport=%s", transport);
        } else {
            findings.forEach(finding -> LOG.warnf("%s, transport=%s", finding.detail(), transport));
        }
        return now;
    }

    /** What it came to when it was last looked at; empty if that has not been. */
    Optional<Checked> of(Transport transport) {
        return Optional.ofNullable(checked.get(transport.name()));
    }

    private boolean greet(Transport transport, List<Finding> findings) {
        try (var relay = transports.open(transport)) {
            if (!relay.greet() && !transport.server().isHere()) {
                findings.add(
                        new Finding(
                                Finding.Kind.NO_TLS,
                                "What is sent can be read on the way, and changed: the server offers no STARTTLS, or it is switched off."));
            }
            return true;
        } catch (AuthenticationFailedException e) {
            findings.add(new Finding(
                    Finding.Kind.LOGIN_REFUSED,
                    "The mail server does not accept the login. Check user, password and auth."));
        } catch (AccessTokens.Unavailable e) {
            findings.add(new Finding(
                    Finding.Kind.NO_TOKEN,
                    "The issuer gives no access token. Check quarkus.oidc-client of this transport."));
        } catch (MessagingException e) {
            findings.add(new Finding(
                    Finding.Kind.CANNOT_CONNECT,
                    transport.server().security() == Security.STARTTLS_REQUIRED
                            ? "The mail server cannot be reached, or offers no STARTTLS. Check host, port and starttls."
                            : "The mail server cannot be reached. Check host and port."));
        }
        return false;
    }

    private boolean isReachable(Transport transport) {
        return of(transport).map(Checked::reachable).orElse(false);
    }

    private long count(Transport transport, Finding.Kind kind) {
        return of(transport).stream()
                .flatMap(found -> found.findings().stream())
                .filter(finding -> finding.kind() == kind)
                .count();
    }
}
