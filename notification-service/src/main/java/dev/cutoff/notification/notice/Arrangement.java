package dev.cutoff.notification.notice;

import dev.cutoff.notification.dispatch.DispatchState;
import dev.cutoff.notification.ladder.Calm;
import dev.cutoff.notification.ladder.Reason;
import dev.cutoff.notification.policy.EffectivePolicy;
import dev.cutoff.notification.reminder.Due;
import dev.cutoff.notification.reminder.Status;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How one person's reminders become notices: all of them one mail, on the first day that calm allows. What may not leave yet does not
 * keep back the rest: it goes into a mail of a later day. A pure decision.
 */
final class Arrangement {

    /**
     * The mails that the person has had, or may have had.
     *
     * @param lastMail day of the last; null if there was none
     * @param taken recent days that cannot be another notice's
     */
    record History(@Nullable LocalDate lastMail, Set<LocalDate> taken) {

        static final History NONE = new History(null, Set.of());
    }

    private final Map<UUID, DispatchState> dispatch;
    private final Set<UUID> withDead;
    private final @Nullable LocalDate lastMail;
    private final Function<Due, EffectivePolicy> policies;
    private final Instant now;
    private final List<OpenNotice> unused;
    private final Set<LocalDate> taken;

    private Arrangement(
            Map<UUID, DispatchState> dispatch,
            List<OpenNotice> open,
            Set<UUID> withDead,
            History history,
            Function<Due, EffectivePolicy> policies,
            Instant now) {
        this.dispatch = dispatch;
        this.withDead = withDead;
        this.lastMail = history.lastMail();
        this.policies = policies;
        this.now = now;
        this.unused = new ArrayList<>(open);
        this.taken = new HashSet<>(history.taken());
    }

    /**
     * @param due all that the person is due to be told
     * @param dispatch what holds for each tenant
     * @param open the person's notices whose rows may be used
     * @param policies what holds for each item
     * @param withDead those of them that hold reminders which have ended
     */
    static List<Place> of(
            List<Due> due,
            Map<UUID, DispatchState> dispatch,
            List<OpenNotice> open,
            Set<UUID> withDead,
            History history,
            Function<Due, EffectivePolicy> policies,
            Instant now) {
        var arrangement = new Arrangement(dispatch, open, withDead, history, policies, now);
        return due.stream()
                .collect(Collectors.partitioningBy(item -> dispatch.get(item.tenantId()) != DispatchState.RELEASED))
                .values()
                .stream()
                .filter(part -> !part.isEmpty())
                .map(arrangement::place)
                .toList();
    }

    private Place place(List<Due> part) {
        var first = part.stream().min(Comparator.comparing(Due::nearest)).orElseThrow();
        var tenants = part.stream().map(Due::tenantId).collect(Collectors.toUnmodifiableSet());
        var strictest =
                tenants.stream().map(dispatch::get).reduce(DispatchState::and).orElseThrow();
        var severity = part.stream()
                .map(item -> policies.apply(item).severity())
                .max(Comparator.naturalOrder())
                .orElseThrow();
        var quiet = policies.apply(first).quietHours();
        var quietFrom = quiet == null ? null : quiet.begin();
        var quietTo = quiet == null ? null : quiet.end();
        var frozen = unchanged(part);
        if (frozen.isPresent()) {
            var notice = frozen.get();
            unused.remove(notice);
            taken.add(notice.day());
            var state = strictest == DispatchState.PAUSED ? Status.HELD : Status.RETRY;
            return new Place(
                    notice.id(),
                    notice.day(),
                    tenants,
                    state,
                    null,
                    severity,
                    quietFrom,
                    quietTo,
                    notice.nearest(),
                    notice.locale(),
                    notice.zone(),
                    true);
        }
        var today = LocalDate.ofInstant(now, first.zone());
        var day = day(part, today);
        return new Place(
                row(part, day),
                day,
                tenants,
                strictest == DispatchState.RELEASED ? Status.PLANNED : Status.HELD,
                day.isAfter(today) ? Reason.CALM : null,
                severity,
                quietFrom,
                quietTo,
                first.nearest(),
                first.locale(),
                first.zone(),
                false);
    }

    /** What was tried and put off goes out as it is, if it still says all that is to be said and nothing else. */
    private Optional<OpenNotice> unchanged(List<Due> part) {
        return unused.stream()
                .filter(notice -> notice.frozen() && !notice.hasEnded() && !withDead.contains(notice.id()))
                .filter(notice -> part.stream().allMatch(item -> notice.id().equals(item.noticeId())))
                .findFirst();
    }

    private LocalDate day(List<Due> part, LocalDate today) {
        var due = part.stream()
                .map(item -> new Calm.Due(
                        item.nearest(), item.atOnce(), policies.apply(item).ladder()))
                .toList();
        var day = Calm.day(due, lastMail, today);
        while (!taken.add(day)) {
            day = day.plusDays(1);
        }
        return day;
    }

    /** An ended notice holds its day, so that day's row is the one to take; else the one where the reminders stand already. */
    private UUID row(List<Due> part, LocalDate day) {
        var standing = part.stream().map(Due::noticeId).collect(Collectors.toSet());
        var row = unused.stream()
                .filter(notice -> notice.hasEnded() && notice.day().equals(day))
                .findFirst()
                .or(() -> unused.stream()
                        .filter(notice -> !notice.hasEnded())
                        .max(Comparator.comparing(notice -> standing.contains(notice.id()))));
        row.ifPresent(unused::remove);
        return row.map(OpenNotice::id).orElseGet(UUID::randomUUID);
    }
}
