package dev.cutoff.notification.plan;

import dev.cutoff.commons.problem.Refusal;
import dev.cutoff.commons.security.Caller;
import dev.cutoff.commons.security.Callers;
import dev.cutoff.notification.affected.Cutoff;
import dev.cutoff.notification.affected.Finding;
import dev.cutoff.notification.affected.Owner;
import dev.cutoff.notification.affected.Sighted;
import dev.cutoff.notification.affected.Staging.StagedClient;
import dev.cutoff.notification.affected.Staging.StagedUse;
import dev.cutoff.notification.answer.Answer;
import dev.cutoff.notification.answer.Answers;
import dev.cutoff.notification.dispatch.DispatchState;
import dev.cutoff.notification.dispatch.Dispatches;
import dev.cutoff.notification.dispatch.Effective;
import dev.cutoff.notification.inventory.InventoryGateway;
import dev.cutoff.notification.line.Deciding;
import dev.cutoff.notification.line.Line;
import dev.cutoff.notification.notice.Gathering;
import dev.cutoff.notification.policy.Policies;
import dev.cutoff.notification.reach.Reach;
import dev.cutoff.notification.reminder.Family;
import dev.cutoff.notification.reminder.Reminder;
import dev.cutoff.notification.reminder.Reminders;
import dev.cutoff.notification.tenant.Tenant;
import dev.cutoff.notification.tenant.Tenants;
import dev.cutoff.notification.timeline.OutlookLine;
import dev.cutoff.notification.timeline.TimelineGateway;
import dev.cutoff.notification.upstream.Unreachable;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads what a plan is made from, and plays the coming days on it in memory. Nothing is written, and nobody who plans is kept waiting. */
@Singleton
class Rehearsals {

    private static final int MOST_TENANTS = 500;
    private static final int MOST_CLIENTS = 20_000;
    private static final UUID LAST = new UUID(-1, -1);

    /** What was read of a tenant over HTTP, outside of any transaction. */
    private record Read(
            Tenant tenant,
            Map<Line, Cutoff> cutoffs,
            Deciding deciding,
            Map<UUID, StagedClient> clients,
            Map<UUID, List<StagedUse>> uses,
            Map<String, Owner> owners,
            List<Finding> findings) {}

    private final TimelineGateway timeline;
    private final InventoryGateway inventory;
    private final Reading reading;
    private final Tenants tenants;
    private final Reminders reminders;
    private final Policies policies;
    private final Answers answers;
    private final Reach reach;
    private final Gathering gathering;
    private final Dispatches dispatches;
    private final Clock clock;

    Rehearsals(
            TimelineGateway timeline,
            InventoryGateway inventory,
            Reading reading,
            Tenants tenants,
            Reminders reminders,
            Policies policies,
            Answers answers,
            Reach reach,
            Gathering gathering,
            Dispatches dispatches,
            Clock clock) {
        this.timeline = timeline;
        this.inventory = inventory;
        this.reading = reading;
        this.tenants = tenants;
        this.reminders = reminders;
        this.policies = policies;
        this.answers = answers;
        this.reach = reach;
        this.gathering = gathering;
        this.dispatches = dispatches;
        this.clock = clock;
    }

    /**
     * The mails from now on.
     *
     * @param named only about this tenant, which the caller may see; null for all that the caller sees
     * @throws Refusal 400 if it would be about too much, 503 if another service cannot say
     */
    List<ExpectedMail> until(Instant at, @Nullable Tenant named) {
        var asked = named == null ? tenants.first(MOST_TENANTS + 1) : List.of(named);
        if (asked.size() > MOST_TENANTS) {
            throw tooMuch("there are more than %d tenants".formatted(MOST_TENANTS));
        }
        try {
            return Callers.as(Caller.system("preview"), () -> until(at, asked));
        } catch (Unreachable e) {
            throw e.asRefusal();
        }
    }

    private List<ExpectedMail> until(Instant at, List<Tenant> asked) {
        var now = clock.instant();
        var reads = new ArrayList<Read>();
        var count = 0;
        for (var tenant : asked) {
            var read = read(tenant, now, at, MOST_CLIENTS - count);
            count += read.map(one -> one.clients().size()).orElse(0);
            read.ifPresent(reads::add);
        }
        return QuarkusTransaction.requiringNew().call(() -> play(reads, now, at));
    }

    private static Refusal tooMuch(String why) {
        return Refusal.invalidParameter("tenant", "must name a smaller part: " + why);
    }

    /** Empty if nothing may fall due. */
    private Optional<Read> read(Tenant tenant, Instant now, Instant at, int room) {
        var outlook = timeline.outlook(tenant.id()).orElse(List.of());
        var cutoffs = cutoffs(outlook);
        var wanted = QuarkusTransaction.requiringNew().call(() -> wanted(tenant, cutoffs, now, at));
        if (wanted.isEmpty()) {
            return Optional.empty();
        }
        var clients = new HashMap<UUID, StagedClient>();
        var uses = new HashMap<UUID, List<StagedUse>>();
        for (var ask : Wanted.asks(wanted)) {
            inventory.eachClients(tenant.id(), ask.protocol(), ask.authMethod(), page -> {
                page.stream().map(Facts::client).forEach(client -> clients.put(client.clientId(), client));
                if (clients.size() > room) {
                    throw tooMuch("there are more than %,d clients to look at".formatted(MOST_CLIENTS));
                }
            });
            inventory.eachUsages(
                    tenant.id(),
                    ask.protocol(),
                    ask.authMethod(),
                    page -> page.stream()
                            .flatMap(Facts::uses)
                            .forEach(use -> uses.computeIfAbsent(use.clientId(), client -> new ArrayList<>())
                                    .add(use)));
        }
        var owners = new HashMap<String, Owner>();
        inventory.eachOwners(
                tenant.id(),
                page -> page.stream().flatMap(Facts::owner).forEach(owner -> owners.put(owner.email(), owner)));
        var findings = reading.evidence(tenant.id(), wanted).findings();
        var deciding = new Deciding(outlook.stream().map(Facts::statement).toList());
        return Optional.of(new Read(tenant, cutoffs, deciding, clients, uses, owners, findings));
    }

    private static Map<Line, Cutoff> cutoffs(List<OutlookLine> outlook) {
        return outlook.stream().map(Facts::cutoff).collect(Collectors.toMap(Cutoff::line, Function.identity()));
    }

    /** What is worth a look today, or would be on the last day. */
    private Set<Line> wanted(Tenant tenant, Map<Line, Cutoff> cutoffs, Instant now, Instant at) {
        var holding = policies.of(tenant);
        var told = reminders.linesTold(tenant.id(), tenant.today(now));
        var lines = new TreeSet<>(Wanted.lines(new Scene(tenant, cutoffs, holding, tenant.today(now)), told));
        lines.addAll(Wanted.lines(new Scene(tenant, cutoffs, holding, tenant.today(at)), told));
        return lines;
    }

    private List<ExpectedMail> play(List<Read> reads, Instant now, Instant at) {
        var stands = reads.stream().map(read -> stand(read, now, at)).toList();
        var mails = new Rehearsal(stands, gathering.lastMails(people(reads))).play();
        var states = dispatches.effective(
                reads.stream().map(read -> read.tenant().id()).toList());
        return mails.stream()
                .map(mail -> ExpectedMail.of(mail, tenant -> state(states, tenant, mail.person())))
                .toList();
    }

    private static DispatchState state(Map<UUID, Effective> states, UUID tenant, String person) {
        return states.get(tenant).of(person);
    }

    private Stand stand(Read read, Instant now, Instant at) {
        var tenant = read.tenant();
        var earlier = reminders.ofClients(tenant.id(), Family.NO_CLIENT, LAST).stream()
                .collect(Collectors.groupingBy(Reminder::clientId));
        var said = answers.about(tenant.id(), read.clients().keySet()).stream()
                .collect(Collectors.groupingBy(Answer::clientId));
        var subjects = read.clients().values().stream()
                .map(client -> Sighted.of(client, read.uses().getOrDefault(client.clientId(), List.of()))
                        .on(read.deciding()))
                .filter(sighted -> !sighted.client().lines().isEmpty()
                        || earlier.containsKey(sighted.client().id()))
                .map(sighted -> subject(read, sighted, said, earlier))
                .toList();
        var scene = new Scene(tenant, read.cutoffs(), policies.of(tenant), tenant.today(now));
        var unreachable = reach.unreachable(tenant.id(), people(List.of(read)));
        var ofNoClient = earlier.getOrDefault(Family.NO_CLIENT, List.of());
        return new Stand(scene, subjects, read.findings(), ofNoClient, unreachable, tenant.today(at));
    }

    private static Stand.Subject subject(
            Read read, Sighted sighted, Map<UUID, List<Answer>> said, Map<UUID, List<Reminder>> earlier) {
        var client = sighted.client();
        return new Stand.Subject(
                sighted,
                client.ownerEmail() == null ? null : read.owners().get(client.ownerEmail()),
                said.getOrDefault(client.id(), List.of()),
                new Notebook(earlier.getOrDefault(client.id(), List.of())));
    }

    /** All who may be told. */
    private static Set<String> people(Collection<Read> reads) {
        return reads.stream()
                .flatMap(read -> Stream.of(
                                read.clients().values().stream()
                                        .flatMap(client -> Stream.of(client.ownerEmail(), client.accountPerson())),
                                read.owners().values().stream()
                                        .flatMap(owner -> Stream.of(owner.deputyEmail(), owner.managerEmail())),
                                Audience.contacts(read.tenant()))
                        .flatMap(some -> some))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }
}
