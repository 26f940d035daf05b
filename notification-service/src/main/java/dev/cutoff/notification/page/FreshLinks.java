package dev.cutoff.notification.page;

import dev.cutoff.commons.security.Caller;
import dev.cutoff.commons.security.Callers;
import dev.cutoff.notification.affected.Cutoff;
import dev.cutoff.notification.affected.ToldClient;
import dev.cutoff.notification.affected.ToldClients;
import dev.cutoff.notification.dispatch.DispatchState;
import dev.cutoff.notification.dispatch.Dispatches;
import dev.cutoff.notification.link.Link;
import dev.cutoff.notification.link.Links;
import dev.cutoff.notification.message.Composer;
import dev.cutoff.notification.message.MailLinks;
import dev.cutoff.notification.notice.Outcome;
import dev.cutoff.notification.reach.Reach;
import dev.cutoff.notification.transport.Budget;
import dev.cutoff.notification.transport.Transport;
import dev.cutoff.notification.transport.Transports;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * Mails a new link to whom one that is over was made for, and to nobody else: whoever asks learns nothing of the address, nor whether anything
 * was mailed.
 */
@Singleton
class FreshLinks {

    private static final Logger LOG = Logger.getLogger(FreshLinks.class);
    private static final Duration PAUSE = Duration.ofMinutes(10);

    private record Fresh(MailLinks links, Transport transport) {}

    private final Links links;
    private final ToldClients clients;
    private final Reach reach;
    private final Dispatches dispatches;
    private final FreshLinkStore store;
    private final Transports transports;
    private final Budget budget;
    private final Composer composer;
    private final Clock clock;

    FreshLinks(
            Links links,
            ToldClients clients,
            Reach reach,
            Dispatches dispatches,
            FreshLinkStore store,
            Transports transports,
            Budget budget,
            Composer composer,
            Clock clock) {
        this.links = links;
        this.clients = clients;
        this.reach = reach;
        this.dispatches = dispatches;
        this.store = store;
        this.transports = transports;
        this.budget = budget;
        this.composer = composer;
        this.clock = clock;
    }

    /** @param locale language of the page on which it was asked for */
    void mail(Link over, String locale) {
        Callers.as(Caller.system("fresh-links"), () -> {
            QuarkusTransaction.requiringNew().call(() -> make(over)).ifPresent(fresh -> send(over, fresh, locale));
            return true;
        });
    }

    private Optional<Fresh> make(Link over) {
        var theirs = clients.page(over.person(), 0, Pages.MOST_AT_ONCE).stream()
                .filter(client -> !client.resolved())
                .toList();
        var tenants = reachable(over.person(), theirs);
        if (tenants.isEmpty() || !store.take(over.person(), PAUSE)) {
            return Optional.empty();
        }
        return transports
                .of(tenants)
                .or(() -> transports.find(Transport.DEFAULT))
                .map(transport -> {
                    budget.take(transport, budget.available(transport, 1));
                    var made = links.make(over.noticeId(), over.person(), over.locale(), tenants, last(theirs), false);
                    return new Fresh(made, transport);
                });
    }

    /** Where they have not said themselves that they want no mail, and none is kept back. */
    private List<UUID> reachable(String person, List<ToldClient> theirs) {
        var tenants = theirs.stream().map(ToldClient::tenantId).distinct().toList();
        var effective = dispatches.effective(tenants);
        return tenants.stream()
                .filter(tenant -> reach.unreachable(tenant, Set.of(person)).isEmpty())
                .filter(tenant -> {
                    var state = effective.get(tenant);
                    return state != null && state.of(person) == DispatchState.RELEASED;
                })
                .toList();
    }

    private LocalDate last(List<ToldClient> theirs) {
        var cutoffs = clients.cutoffs(theirs.stream().map(ToldClient::tenantId).collect(Collectors.toSet()));
        return theirs.stream()
                .flatMap(client -> client.lines().stream()
                        .map(line -> cutoffs.getOrDefault(client.tenantId(), Map.of())
                                .get(line)))
                .filter(Objects::nonNull)
                .flatMap(FreshLinks::days)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElseGet(() -> clock.instant().atZone(ZoneOffset.UTC).toLocalDate());
    }

    private static Stream<LocalDate> days(Cutoff cutoff) {
        return Stream.of(cutoff.day(), cutoff.latest(), cutoff.earliest());
    }

    private void send(Link over, Fresh fresh, String locale) {
        var say = Words.of(locale);
        var id = UUID.randomUUID();
        var mime = composer.note(
                over.person(),
                "link." + id,
                say.freshSubject(),
                String.join(
                        "\n\n",
                        say.forWhom(over.person()),
                        say.freshBody(),
                        fresh.links().answer().toString()),
                Words.tag(locale),
                clock.instant());
        try (var relay = transports.open(fresh.transport())) {
            var result = relay.send(composer.sender(), over.person(), "link." + id, mime, () -> true);
            if (result.outcome() != Outcome.ACCEPTED) {
                LOG.warnf("A new link was not taken by the mail server, link=%s", over.id());
                QuarkusTransaction.requiringNew().run(() -> store.giveBack(over.person()));
            }
        }
    }
}
