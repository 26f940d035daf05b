package dev.cutoff.notification.plan;

import dev.cutoff.notification.affected.Client;
import dev.cutoff.notification.affected.Cutoff;
import dev.cutoff.notification.ladder.Anchor;
import dev.cutoff.notification.ladder.Deadline;
import dev.cutoff.notification.ladder.Decision;
import dev.cutoff.notification.ladder.Ladder;
import dev.cutoff.notification.ladder.Policy;
import dev.cutoff.notification.ladder.Reason;
import dev.cutoff.notification.ladder.Situation;
import dev.cutoff.notification.ladder.State;
import dev.cutoff.notification.policy.EffectivePolicy;
import dev.cutoff.notification.reminder.Decided;
import dev.cutoff.notification.reminder.Ended;
import dev.cutoff.notification.reminder.Family;
import dev.cutoff.notification.reminder.Reminder;
import dev.cutoff.notification.reminder.Status;
import dev.cutoff.notification.tenant.Tenant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is decided about one line of a tenant, and what was planned before and no longer is. A pure decision.
 *
 * @param decided what to send and what not
 * @param ended what was planned and will not be sent
 */
record LinePlan(List<Decided> decided, List<Ended> ended) {

    /** @param clients those that use the line */
    static LinePlan of(
            Tenant tenant,
            Cutoff cutoff,
            List<Client> clients,
            List<Reminder> earlier,
            EffectivePolicy policy,
            LocalDate today) {
        var draft = new Draft(tenant, cutoff, clients, earlier, policy, today);
        draft.decide();
        return new LinePlan(List.copyOf(draft.decided), draft.ended());
    }

    private static final class Draft {

        private final Tenant tenant;
        private final Cutoff cutoff;
        private final Map<UUID, Client> clients;
        private final List<Reminder> earlier;
        private final Map<Family, List<Reminder>> families;
        private final EffectivePolicy policy;
        private final Policy ladder;
        private final LocalDate today;
        private final List<Decided> decided = new ArrayList<>();

        Draft(
                Tenant tenant,
                Cutoff cutoff,
                List<Client> clients,
                List<Reminder> earlier,
                EffectivePolicy policy,
                LocalDate today) {
            this.tenant = tenant;
            this.cutoff = cutoff;
            this.clients = clients.stream().collect(Collectors.toMap(Client::id, client -> client));
            this.earlier = earlier;
            this.families = earlier.stream().collect(Collectors.groupingBy(Reminder::family));
            this.policy = policy;
            this.ladder = policy.ladder();
            this.today = today;
        }

        void decide() {
            cutoff.deadline()
                    .ifPresent(deadline -> clients.values()
                            .forEach(client -> Addressee.of(client, tenant, policy)
                                    .ifPresent(person -> decide(
                                            new Family(client.id(), person.person(), Anchor.CUTOFF),
                                            deadline,
                                            person,
                                            client.resolved()))));
            if (!clients.isEmpty()) {
                cutoff.decision()
                        .ifPresent(deadline -> Addressee.decider(tenant, policy)
                                .ifPresent(person -> decide(
                                        new Family(Family.NO_CLIENT, person.person(), Anchor.DECISION),
                                        deadline,
                                        person,
                                        isResolved())));
            }
        }

        private boolean isResolved() {
            return clients.values().stream().allMatch(Client::resolved);
        }

        private void decide(Family family, Deadline deadline, Addressee person, boolean resolved) {
            var before = families.getOrDefault(family, List.of()).stream()
                    .map(Reminder::asEarlier)
                    .toList();
            var situation = new Situation(cutoff.state(), deadline, resolved, before, tenant.plannedOn());
            Ladder.decide(situation, ladder, today)
                    .forEach(decision -> decided.add(new Decided(
                            family,
                            deadline,
                            decision,
                            person.role(),
                            person.locale(),
                            tenant.timeZone(),
                            deadline.lastUse(ladder))));
        }

        List<Ended> ended() {
            var sends = new HashMap<Family, Decided>();
            decided.stream()
                    .filter(item -> item.decision() instanceof Decision.Send)
                    .forEach(item -> sends.put(item.family(), item));
            return earlier.stream()
                    .filter(Reminder::isLive)
                    .filter(reminder -> !isStillSaid(reminder, sends.get(reminder.family())))
                    .map(reminder -> end(reminder, sends.get(reminder.family())))
                    .toList();
        }

        private static boolean isStillSaid(Reminder reminder, @Nullable Decided send) {
            return send != null
                    && send.deadline().day().equals(reminder.anchorDay())
                    && send.decision().rung() == reminder.rung();
        }

        private Ended end(Reminder reminder, @Nullable Decided send) {
            if (send != null) {
                var isNearer = send.deadline().day().equals(reminder.anchorDay());
                return superseded(reminder, isNearer ? Reason.MORE_URGENT : Reason.DATE_CHANGED);
            }
            var obstacle = obstacle(reminder);
            if (obstacle != null) {
                return new Ended(reminder.id(), Status.CANCELLED, obstacle);
            }
            var isOver = reminder.anchor() == Anchor.DECISION
                    ? reminder.anchorDay().isBefore(today)
                    : cutoff.state() == State.OFF_FOR_GOOD;
            return isOver
                    ? new Ended(reminder.id(), Status.EXPIRED, Reason.TOO_LATE)
                    : superseded(reminder, Reason.DATE_CHANGED);
        }

        private static Ended superseded(Reminder reminder, Reason reason) {
            return new Ended(reminder.id(), Status.SUPERSEDED, reason);
        }

        /** Why nobody, or nobody under this address, is told about this client any more. */
        private @Nullable Reason obstacle(Reminder reminder) {
            if (reminder.anchor() == Anchor.DECISION) {
                var isDecider = Addressee.decider(tenant, policy)
                        .map(Addressee::person)
                        .filter(reminder.person()::equals)
                        .isPresent();
                return isDecider ? Ladder.obstacle(cutoff.state(), isResolved()) : Reason.OTHER_PERSON;
            }
            var client = clients.get(reminder.clientId());
            if (client == null) {
                return Reason.NOT_USED;
            }
            var isTold = Addressee.of(client, tenant, policy)
                    .map(Addressee::person)
                    .filter(reminder.person()::equals)
                    .isPresent();
            return isTold ? Ladder.obstacle(cutoff.state(), client.resolved()) : Reason.OTHER_PERSON;
        }
    }
}
