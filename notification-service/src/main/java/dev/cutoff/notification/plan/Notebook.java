package dev.cutoff.notification.plan;

import dev.cutoff.notification.ladder.Decision;
import dev.cutoff.notification.ladder.Reason;
import dev.cutoff.notification.ladder.Topic;
import dev.cutoff.notification.reminder.Decided;
import dev.cutoff.notification.reminder.Family;
import dev.cutoff.notification.reminder.Reminder;
import dev.cutoff.notification.reminder.Status;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The ledger of one client, or of what is no client's, as it would go on if nothing but time changed. Kept in memory and nowhere else. */
final class Notebook {

    private record Key(Family family, Topic topic, LocalDate day, int rung) {

        static Key of(Reminder reminder) {
            return new Key(reminder.family(), reminder.topic(), reminder.anchorDay(), reminder.rung());
        }

        static Key of(Decided decided) {
            return new Key(
                    decided.family(),
                    decided.topic(),
                    decided.day(),
                    decided.decision().rung());
        }
    }

    private final Map<Key, Reminder> byKey = new LinkedHashMap<>();
    private long nextId;

    /** @param earlier what is on record */
    Notebook(List<Reminder> earlier) {
        // What was tried and put off leaves as what is planned does.
        earlier.forEach(reminder -> byKey.put(
                Key.of(reminder),
                reminder.state() == Status.HELD || reminder.state() == Status.RETRY
                        ? with(reminder, Status.PLANNED, reminder.reason(), null)
                        : reminder));
    }

    List<Reminder> all() {
        return List.copyOf(byKey.values());
    }

    /** What somebody would be told now. */
    Stream<Reminder> live() {
        return byKey.values().stream().filter(Reminder::isLive);
    }

    /** As it is settled in the ledger: what was told stays, what was not may be decided on anew. */
    void write(LinePlan plan, UUID tenant) {
        plan.ended()
                .forEach(ended -> byKey.replaceAll((key, before) -> before.id() == ended.id() && before.isLive()
                        ? with(before, ended.state(), ended.reason(), null)
                        : before));
        plan.decided()
                .forEach(decided -> byKey.compute(
                        Key.of(decided),
                        (key, before) -> before == null || isOpen(before, decided) ? of(decided, tenant) : before));
    }

    private static boolean isOpen(Reminder before, Decided decided) {
        if (!decided.isToBeSent()) {
            return false;
        }
        return switch (before.state()) {
            case PLANNED, SUPERSEDED -> true;
            case CANCELLED -> before.reason() != Reason.WITHDRAWN;
            case HELD, SENDING, UNCERTAIN, SENT, RETRY, FAILED, EXPIRED -> false;
        };
    }

    /** Whatever the person was to be told is told. */
    void tell(String person, LocalDate day) {
        byKey.replaceAll(
                (key, reminder) -> reminder.isLive() && reminder.person().equals(person)
                        ? with(reminder, Status.SENT, reminder.reason(), day)
                        : reminder);
    }

    /** What nobody was told while it was of use. */
    void expire(LocalDate today) {
        byKey.replaceAll(
                (key, reminder) -> reminder.isLive() && reminder.lastUse() != null && today.isAfter(reminder.lastUse())
                        ? with(reminder, Status.EXPIRED, Reason.TOO_LATE, null)
                        : reminder);
    }

    private Reminder of(Decided decided, UUID tenant) {
        var family = decided.family();
        var line = family.line();
        var moved = decided.decision() instanceof Decision.Send send ? send.movedFrom() : null;
        return new Reminder(
                tenant,
                --nextId,
                family.clientId(),
                family.person(),
                line.programme(),
                line.protocol(),
                line.authMethod(),
                line.qualifier(),
                decided.topic(),
                family.anchor(),
                decided.day(),
                decided.decision().rung(),
                decided.named(),
                decided.lastUse(),
                decided.role(),
                decided.decision().reason(),
                decided.state(),
                moved == null ? null : moved.day(),
                moved == null ? null : moved.named(),
                null,
                null);
    }

    private static Reminder with(Reminder reminder, Status state, Reason reason, @Nullable LocalDate told) {
        return new Reminder(
                reminder.tenantId(),
                reminder.id(),
                reminder.clientId(),
                reminder.person(),
                reminder.programme(),
                reminder.protocol(),
                reminder.authMethod(),
                reminder.qualifier(),
                reminder.topic(),
                reminder.anchor(),
                reminder.anchorDay(),
                reminder.rung(),
                reminder.named(),
                reminder.lastUse(),
                reminder.role(),
                reason,
                state,
                reminder.movedFrom(),
                reminder.movedNamed(),
                reminder.noticeId(),
                told);
    }
}
