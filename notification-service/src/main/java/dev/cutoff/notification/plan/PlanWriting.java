package dev.cutoff.notification.plan;

import dev.cutoff.notification.affected.Affected;
import dev.cutoff.notification.affected.Client;
import dev.cutoff.notification.affected.Finding;
import dev.cutoff.notification.affected.Sighted;
import dev.cutoff.notification.affected.Staging;
import dev.cutoff.notification.answer.Answer;
import dev.cutoff.notification.answer.Answering;
import dev.cutoff.notification.answer.Answers;
import dev.cutoff.notification.dispatch.Dispatches;
import dev.cutoff.notification.ladder.AnswerStanding;
import dev.cutoff.notification.line.Deciding;
import dev.cutoff.notification.line.Line;
import dev.cutoff.notification.reach.Reach;
import dev.cutoff.notification.readiness.Readiness;
import dev.cutoff.notification.reminder.Reminder;
import dev.cutoff.notification.reminder.Reminders;
import dev.cutoff.notification.reminder.Settled;
import dev.cutoff.notification.tenant.Reached;
import dev.cutoff.notification.tenant.Tenants;
import dev.cutoff.notification.vacancy.Vacancies;
import dev.cutoff.notification.vacancy.Vacancy;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Decides about all that was read of a tenant, some clients at a time, and writes the whole plan; part of the transaction that is open. */
@Singleton
class PlanWriting {

    private static final int CLIENTS_AT_ONCE = 500;

    /** Whom the clients of a tenant are about, by line, and how many there are. */
    private static final class Tally {

        private final Map<Line, DecisionPlan.Count> byLine = new HashMap<>();
        private int clients;
        private final Set<String> people = new HashSet<>();
        private int untold;
        private final Set<LocalDate> promised = new HashSet<>();
        private final Set<LocalDate> movingOn = new HashSet<>();

        void add(Client client, boolean isUntold) {
            DecisionPlan.Count.add(byLine, client);
            clients++;
            untold += isUntold ? 1 : 0;
            if (client.lines().stream().anyMatch(client::isAtRisk)) {
                people.addAll(client.people());
            }
        }

        Reached reached() {
            return new Reached(clients, untold, people.size());
        }
    }

    private final Staging staging;
    private final Affected affected;
    private final Reminders reminders;
    private final Tenants tenants;
    private final Reach reach;
    private final Readiness readiness;
    private final Vacancies vacancies;
    private final Answers answers;
    private final Answering answering;
    private final Dispatches dispatches;
    private final Clock clock;

    PlanWriting(
            Staging staging,
            Affected affected,
            Reminders reminders,
            Tenants tenants,
            Reach reach,
            Readiness readiness,
            Vacancies vacancies,
            Answers answers,
            Answering answering,
            Dispatches dispatches,
            Clock clock) {
        this.staging = staging;
        this.affected = affected;
        this.reminders = reminders;
        this.tenants = tenants;
        this.reach = reach;
        this.readiness = readiness;
        this.vacancies = vacancies;
        this.answers = answers;
        this.answering = answering;
        this.dispatches = dispatches;
        this.clock = clock;
    }

    /**
     * @param deciding which of the cutoffs' lines decides for a usage
     * @param wanted lines whose clients were read; if there are none, no clients were
     * @param token under which they were read
     */
    Settled write(Scene scene, Deciding deciding, Set<Line> wanted, UUID token, Evidence evidence) {
        var tenant = scene.tenant().id();
        readiness.closeWeek(scene.tenant(), scene.today());
        reminders.beginDraft();
        var tally = new Tally();
        if (wanted.isEmpty()) {
            affected.keepNone(tenant);
        } else {
            staging.replaceOwners(tenant, token);
            draftClients(scene, deciding, token, tally);
            staging.finish(tenant, token);
        }
        vacancies.dropGone(tenant);
        reminders.draftEndOfGone(tenant);
        var findings = draftOthers(scene, tally, evidence.findings());
        dispatches.planned(tenant, tally.people.size());
        var settled = reminders.settleDraft(clock.instant());
        affected.replace(tenant, scene.cutoffs().values());
        affected.replaceFindings(tenant, evidence.findings());
        var days = new NextLook.Days(scene, wanted);
        var next = days.next(
                tally.promised,
                tally.movingOn,
                FindingPlan.again(findings, evidence.findings(), scene),
                evidence.staleFrom());
        tenants.planned(
                tenant,
                scene.today(),
                days.isOpen() ? tally.reached() : Reached.NOTHING,
                next.map(NextLook::day).orElse(null));
        return settled;
    }

    private void draftClients(Scene scene, Deciding deciding, UUID token, Tally tally) {
        @Nullable UUID after = null;
        for (var batch = batch(scene, token, null); !batch.isEmpty(); batch = batch(scene, token, after)) {
            draft(scene, batch.stream().map(sighted -> sighted.on(deciding)).toList(), tally);
            after = batch.getLast().client().id();
        }
    }

    private List<Sighted> batch(Scene scene, UUID token, @Nullable UUID after) {
        return staging.clients(scene.tenant().id(), token, after, CLIENTS_AT_ONCE);
    }

    private void draft(Scene scene, List<Sighted> batch, Tally tally) {
        var tenant = scene.tenant().id();
        var earlier =
                reminders
                        .ofClients(
                                tenant,
                                batch.getFirst().client().id(),
                                batch.getLast().client().id())
                        .stream()
                        .collect(Collectors.groupingBy(Reminder::clientId));
        var concerned = batch.stream()
                .filter(sighted -> !sighted.client().lines().isEmpty()
                        || earlier.containsKey(sighted.client().id()))
                .toList();
        var owners = affected.owners(
                tenant,
                concerned.stream()
                        .map(sighted -> sighted.client().ownerEmail())
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList());
        var unreachable = unreachable(
                scene,
                Stream.concat(
                        owners.values().stream().flatMap(owner -> Stream.of(owner.deputyEmail(), owner.managerEmail())),
                        concerned.stream()
                                .map(Sighted::client)
                                .flatMap(client -> Stream.of(client.ownerEmail(), client.accountPerson()))));
        var said = answers.about(
                tenant, concerned.stream().map(sighted -> sighted.client().id()).toList());
        var byClient = said.stream().collect(Collectors.groupingBy(Answer::clientId));
        var lines = new ArrayList<LinePlan>();
        var planned = new ArrayList<Client>();
        var standings = new HashMap<UUID, AnswerStanding>();
        var vacant = new ArrayList<Vacancy>();
        concerned.forEach(sighted -> {
            var client = sighted.client();
            var plan = ClientPlan.of(
                    scene,
                    sighted,
                    client.ownerEmail() == null ? null : owners.get(client.ownerEmail()),
                    unreachable,
                    byClient.getOrDefault(client.id(), List.of()),
                    earlier.getOrDefault(client.id(), List.of()));
            lines.addAll(plan.lines());
            planned.add(plan.client());
            standings.putAll(plan.standings());
            vacant.addAll(plan.vacancies());
            if (plan.movesOn() != null) {
                tally.movingOn.add(plan.movesOn());
            }
            if (!client.lines().isEmpty()) {
                tally.add(plan.client(), plan.isUntold());
            }
        });
        said.stream().map(Answer::date).filter(Objects::nonNull).forEach(tally.promised::add);
        keep(tenant, batch, planned);
        answering.settle(tenant, said, standings);
        vacancies.replace(
                tenant, batch.stream().map(sighted -> sighted.client().id()).toList(), vacant, scene.today());
        draft(scene, lines);
    }

    private void keep(UUID tenant, List<Sighted> batch, List<Client> clients) {
        var others =
                batch.stream().map(sighted -> sighted.client().id()).collect(Collectors.toCollection(HashSet::new));
        clients.forEach(client -> others.remove(client.id()));
        affected.keep(tenant, clients, others);
    }

    /**
     * What is no client's: decisions and findings.
     *
     * @return what is decided about findings
     */
    private LinePlan draftOthers(Scene scene, Tally tally, List<Finding> findings) {
        var earlier = reminders.ofNoClient(scene.tenant().id());
        var unreachable = unreachable(scene, Stream.of());
        var plans = new ArrayList<>(DecisionPlan.of(scene, tally.byLine, unreachable, earlier));
        var audience = Audience.ofTenant(scene.tenant(), scene.policies().ofTenant(), unreachable);
        var ofFindings = FindingPlan.of(scene, audience, findings, earlier);
        plans.add(ofFindings);
        draft(scene, plans);
        return ofFindings;
    }

    private void draft(Scene scene, List<LinePlan> plans) {
        reminders.draft(
                scene.tenant().id(),
                plans.stream().flatMap(plan -> plan.decided().stream()).toList(),
                plans.stream().flatMap(plan -> plan.ended().stream()).toList());
    }

    private Set<String> unreachable(Scene scene, Stream<@Nullable String> people) {
        var asked = Stream.concat(people, Audience.contacts(scene.tenant()))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return reach.unreachable(scene.tenant().id(), asked);
    }
}
