package dev.cutoff.notification.notice;

import dev.cutoff.commons.change.ChangeLog;
import dev.cutoff.commons.database.KeptPlans;
import dev.cutoff.commons.security.Caller;
import dev.cutoff.commons.security.Callers;
import dev.cutoff.notification.dispatch.DispatchChanged;
import dev.cutoff.notification.dispatch.Dispatches;
import dev.cutoff.notification.policy.Policies;
import dev.cutoff.notification.policy.PolicyChanged;
import dev.cutoff.notification.reminder.Due;
import dev.cutoff.notification.reminder.Reminders;
import dev.cutoff.notification.tenant.Tenants;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Puts together the notices of those for whom something has changed. It looks only at what is due now, so it may be repeated by anyone
 * at any time; a person is in one hand at a time.
 */
@Singleton
public class Gathering {

    private static final int PEOPLE_AT_ONCE = 100;

    private final GatherStore store;
    private final Reminders reminders;
    private final Dispatches dispatches;
    private final Tenants tenants;
    private final Policies policies;
    private final ChangeLog changes;
    private final Clock clock;
    private final Duration rest;

    Gathering(
            GatherStore store,
            Reminders reminders,
            Dispatches dispatches,
            Tenants tenants,
            Policies policies,
            ChangeLog changes,
            Clock clock,
            @ConfigProperty(name = "cutoff.notice.rest") Duration rest) {
        this.store = store;
        this.reminders = reminders;
        this.dispatches = dispatches;
        this.tenants = tenants;
        this.policies = policies;
        this.changes = changes;
        this.clock = clock;
        this.rest = rest;
    }

    /** What may leave has changed, and with it what stands in which notice. */
    void dispatchChanged(@Observes DispatchChanged changed) {
        reminders.askToGather(changed.tenantId());
    }

    /** So have the hours and days on which it does. */
    void policyChanged(@Observes PolicyChanged changed) {
        reminders.askToGather(changed.tenantId());
    }

    /** The day of the last mail to each of these people, which they have had or may have had; who has had none is left out. */
    public Map<String, LocalDate> lastMails(Collection<String> people) {
        var last = new HashMap<String, LocalDate>();
        store.history(people, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC))
                .forEach((person, history) -> {
                    if (history.lastMail() != null) {
                        last.put(person, history.lastMail());
                    }
                });
        return last;
    }

    /** Gathers until nobody is left to do. */
    public void drain() {
        Callers.as(
                Caller.system("gather"),
                () -> KeptPlans.in(() -> {
                    QuarkusTransaction.requiringNew().run(() -> store.askForPassedDays(clock.instant()));
                    while (QuarkusTransaction.requiringNew().call(this::step)) {
                        // some people a turn
                    }
                    return null;
                }));
    }

    /** @return whether there may be more */
    private boolean step() {
        var people = store.take(PEOPLE_AT_ONCE);
        if (people.isEmpty()) {
            return false;
        }
        // The day of a person may be one off that of UTC.
        var since = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(1);
        var open = store.open(people, since).stream().collect(Collectors.groupingBy(OpenNotice::person));
        var due = reminders.due(people).stream().collect(Collectors.groupingBy(Due::person));
        var histories = store.history(people, since);
        var about =
                due.values().stream().flatMap(List::stream).map(Due::tenantId).collect(Collectors.toSet());
        var states = dispatches.effective(about);
        var holding = policies.of(tenants.find(about));
        var withDead = reminders.withDead(
                open.values().stream().flatMap(List::stream).map(OpenNotice::id).toList());
        for (var person : people) {
            var theirs = open.getOrDefault(person, List.of());
            var theirDue = due.getOrDefault(person, List.of());
            var places = Arrangement.of(
                    theirDue,
                    theirDue.stream()
                            .map(Due::tenantId)
                            .distinct()
                            .collect(Collectors.toMap(
                                    tenant -> tenant,
                                    tenant -> states.get(tenant).of(person))),
                    theirs,
                    withDead,
                    histories.getOrDefault(person, Arrangement.History.NONE),
                    item -> holding.get(item.tenantId()).of(item.programme()),
                    clock.instant());
            put(person, places, theirs);
        }
        return true;
    }

    private void put(String person, List<Place> places, List<OpenNotice> open) {
        var rows = open.stream().collect(Collectors.toMap(OpenNotice::id, notice -> notice));
        for (var place : places) {
            put(person, place, rows.remove(place.id()));
        }
        rows.values().stream().filter(left -> !left.hasEnded()).forEach(this::end);
    }

    private void put(String person, Place place, @Nullable OpenNotice before) {
        var isSame = before != null && before.isAs(place);
        if (before == null) {
            store.save(person, place, clock.instant(), rest);
        }
        var hasMoved = reminders.attach(person, place.tenants(), place.id());
        if (before != null && (!isSame || hasMoved)) {
            store.save(person, place, clock.instant(), rest);
        }
        if (!isSame || hasMoved) {
            record(
                    place.id(),
                    before == null ? 1 : before.version() + 1,
                    place.tenants(),
                    before == null ? List.of() : before.tenants());
        }
    }

    private void end(OpenNotice notice) {
        store.end(notice.id(), reminders.end(notice.id()));
        record(notice.id(), notice.version() + 1, notice.tenants(), List.of());
    }

    /** In the feed of each tenant; one that it is no longer about sees it go. */
    private void record(UUID id, long version, Collection<UUID> tenants, Collection<UUID> before) {
        var events = new ArrayList<ChangeLog.Change>();
        tenants.forEach(tenant -> events.add(ChangeLog.Change.of(tenant, id, version)));
        var gone = new HashSet<>(before);
        gone.removeAll(tenants);
        gone.forEach(tenant -> events.add(ChangeLog.Change.deleted(tenant, id, version)));
        changes.record(Notices.KIND, events);
    }
}
