package dev.cutoff.notification.answer;

import dev.cutoff.commons.audit.AuditTrail;
import dev.cutoff.commons.bulk.Outcome;
import dev.cutoff.commons.change.ChangeLog;
import dev.cutoff.commons.security.Callers;
import dev.cutoff.notification.ladder.AnswerStanding;
import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Takes answers; part of the transaction that is open. The last one wins, and all are kept in the history. */
@Singleton
public class Answering {

    /** What became of a saying. */
    public record Taken(Answer answer, Outcome.Kind outcome) {}

    private final AnswerStore store;
    private final ChangeLog changes;
    private final AuditTrail audit;
    private final Callers callers;
    private final Clock clock;
    private final Event<AnswersGiven> given;

    Answering(
            AnswerStore store,
            ChangeLog changes,
            AuditTrail audit,
            Callers callers,
            Clock clock,
            Event<AnswersGiven> given) {
        this.store = store;
        this.changes = changes;
        this.audit = audit;
        this.callers = callers;
        this.clock = clock;
        this.given = given;
    }

    /**
     * Takes what was said, one after the other. Whoever says the same again says nothing new.
     *
     * @param sayings about tenants that the caller may see
     * @param reason why, for the audit trail
     * @return what became of each, in the same order
     */
    public List<Taken> take(List<Saying> sayings, Via via, @Nullable String reason) {
        var notes = new HashMap<UUID, Notes>();
        // In one order everywhere, so that two who answer for the same clients never wait for each other.
        sayings.stream()
                .collect(Collectors.groupingBy(
                        Saying::tenantId, Collectors.mapping(Saying::clientId, Collectors.toSet())))
                .entrySet()
                .stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(clients -> {
                    store.lock(clients.getKey(), clients.getValue());
                    notes.put(clients.getKey(), new Notes(store.about(clients.getKey(), clients.getValue())));
                });
        var taken = sayings.stream()
                .map(saying ->
                        Objects.requireNonNull(notes.get(saying.tenantId())).take(saying, via))
                .toList();
        notes.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(ofTenant -> keep(ofTenant.getKey(), ofTenant.getValue(), reason));
        return taken;
    }

    /** Takes an answer back, as if it had not been given. */
    void withdraw(Answer answer, @Nullable String reason) {
        var notes = new Notes(List.of(answer));
        notes.drop(answer);
        keep(answer.tenantId(), notes, reason);
    }

    /**
     * Keeps how answers stand by now. One that is being given anew is passed over: it has the tenant planned again.
     *
     * @param standings by the ids of the tenant's answers
     */
    public void settle(UUID tenant, List<Answer> answers, Map<UUID, AnswerStanding> standings) {
        var changed = answers.stream()
                .filter(answer -> standings.getOrDefault(answer.id(), answer.standing()) != answer.standing())
                .collect(Collectors.toMap(Answer::id, answer -> answer));
        if (changed.isEmpty()) {
            return;
        }
        var events = new ArrayList<ChangeLog.Change>();
        var entries = new ArrayList<AuditTrail.Entry>();
        store.lockAsSeen(tenant, changed.values()).forEach(id -> {
            var before = Objects.requireNonNull(changed.get(id));
            var after = before.changed(Objects.requireNonNull(standings.get(id)));
            store.save(List.of(after));
            events.add(ChangeLog.Change.of(tenant, id, after.version()));
            entries.add(entry("updated", before, after, null));
        });
        changes.record(Answers.KIND, events);
        audit.record(entries);
    }

    private void keep(UUID tenant, Notes notes, @Nullable String reason) {
        var saved = notes.saved();
        var dropped = notes.dropped();
        if (saved.isEmpty() && dropped.isEmpty()) {
            return;
        }
        // First what goes: the new one may be about the same.
        store.remove(tenant, dropped.stream().map(Answer::id).toList());
        store.save(saved);
        var events = new ArrayList<ChangeLog.Change>();
        var entries = new ArrayList<AuditTrail.Entry>();
        dropped.forEach(answer -> {
            events.add(ChangeLog.Change.deleted(tenant, answer.id(), answer.version() + 1));
            entries.add(entry("deleted", answer, null, reason));
        });
        saved.forEach(answer -> {
            var before = notes.before(answer);
            events.add(ChangeLog.Change.of(tenant, answer.id(), answer.version()));
            entries.add(entry(before == null ? "created" : "updated", before, answer, reason));
        });
        changes.record(Answers.KIND, events);
        audit.record(entries);
        given.fire(new AnswersGiven(tenant));
    }

    private static AuditTrail.Entry entry(
            String action, @Nullable Answer before, @Nullable Answer after, @Nullable String reason) {
        var answer = Objects.requireNonNull(after == null ? before : after);
        return new AuditTrail.Entry(
                answer.tenantId(), action, Answers.KIND, answer.id().toString(), before, after, reason);
    }

    /** What is on file about some clients of a tenant, and what is to be there. */
    private final class Notes {

        private final Map<UUID, Answer> before;
        private final Map<UUID, Answer> now;

        Notes(List<Answer> onFile) {
            before = onFile.stream().collect(Collectors.toMap(Answer::id, answer -> answer));
            now = new HashMap<>(before);
        }

        Taken take(Saying saying, Via via) {
            var same = same(saying);
            if (same.isPresent() && saying.isNoNewsAfter(same.get())) {
                return new Taken(same.get(), Outcome.Kind.UNCHANGED);
            }
            // Of those about less nothing is left to be said.
            now.values()
                    .removeIf(answer ->
                            isSaidBySame(answer, saying) && saying.about().include(answer.about()));
            var answer = answer(saying, via, same.orElse(null));
            now.put(answer.id(), answer);
            return new Taken(answer, same.isPresent() ? Outcome.Kind.UPDATED : Outcome.Kind.CREATED);
        }

        private Optional<Answer> same(Saying saying) {
            return now.values().stream()
                    .filter(answer ->
                            isSaidBySame(answer, saying) && answer.about().equals(saying.about()))
                    .findFirst();
        }

        private static boolean isSaidBySame(Answer answer, Saying saying) {
            return answer.clientId().equals(saying.clientId())
                    && answer.person().equals(saying.person());
        }

        private Answer answer(Saying saying, Via via, @Nullable Answer before) {
            var at = saying.answeredAt() == null ? clock.instant() : saying.answeredAt();
            var answer = new Answer(
                    before == null ? UUID.randomUUID() : before.id(),
                    before == null ? 1 : before.version() + 1,
                    saying.tenantId(),
                    saying.clientId(),
                    saying.person(),
                    saying.about().programme(),
                    saying.about().protocol(),
                    saying.about().authMethod(),
                    saying.about().qualifier(),
                    saying.kind(),
                    saying.date(),
                    saying.whoElse(),
                    saying.text(),
                    AnswerStanding.STANDS,
                    saying.owner(),
                    via,
                    // As the database keeps it, so that what is answered is what is read.
                    at.truncatedTo(ChronoUnit.MICROS),
                    callers.current().name());
            return answer.standing(answer.asReply().standing(saying.grounds()));
        }

        void drop(Answer answer) {
            now.remove(answer.id());
        }

        @Nullable Answer before(Answer answer) {
            return before.get(answer.id());
        }

        List<Answer> saved() {
            return now.values().stream()
                    .filter(answer -> !answer.equals(before.get(answer.id())))
                    .sorted(Comparator.comparing(Answer::id))
                    .toList();
        }

        List<Answer> dropped() {
            return before.values().stream()
                    .filter(answer -> !now.containsKey(answer.id()))
                    .sorted(Comparator.comparing(Answer::id))
                    .toList();
        }
    }
}
