package dev.cutoff.notification.dispatch;

import dev.cutoff.commons.audit.AuditTrail;
import dev.cutoff.commons.change.ChangeLog;
import dev.cutoff.commons.change.ChangeSource;
import dev.cutoff.commons.precondition.Versioned;
import dev.cutoff.commons.problem.Refusal;
import dev.cutoff.commons.security.Callers;
import dev.cutoff.notification.tenant.Tenants;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** What may leave. A tenant, and the whole suite, starts held. */
@Singleton
public class Dispatches implements ChangeSource {

    private static final Logger LOG = Logger.getLogger(Dispatches.class);
    private static final String KIND = "dispatch";
    /** The key of what holds for all tenants. */
    private static final UUID ALL = ChangeLog.NO_TENANT;

    private final DispatchStore store;
    private final Tenants tenants;
    private final ChangeLog changes;
    private final AuditTrail audit;
    private final Callers callers;
    private final Clock clock;
    private final Event<DispatchChanged> changed;

    Dispatches(
            DispatchStore store,
            Tenants tenants,
            ChangeLog changes,
            AuditTrail audit,
            Callers callers,
            Clock clock,
            Event<DispatchChanged> changed) {
        this.store = store;
        this.tenants = tenants;
        this.changes = changes;
        this.audit = audit;
        this.callers = callers;
        this.clock = clock;
        this.changed = changed;
    }

    public Dispatch get() {
        return QuarkusTransaction.joiningExisting().call(() -> read(ALL));
    }

    /** @throws Refusal 404 if there is no such tenant, or the caller may not see it */
    public Dispatch get(UUID tenant) {
        tenants.require(tenant);
        return QuarkusTransaction.joiningExisting().call(() -> read(tenant));
    }

    /**
     * Sets what holds for all tenants.
     *
     * @throws Refusal 403 unless the caller sees all tenants, as it lets out or stops mail of each
     */
    public Dispatch put(DispatchChange change, @Nullable String ifMatch, @Nullable String reason) {
        callers.scope().requireAll("Dispatch of all tenants needs a token that sees all; set that of a tenant instead");
        return write(ALL, change, ifMatch, reason);
    }

    /** @throws Refusal 404 if there is no such tenant, or the caller may not see it */
    public Dispatch put(UUID tenant, DispatchChange change, @Nullable String ifMatch, @Nullable String reason) {
        tenants.require(tenant);
        return write(tenant, change, ifMatch, reason);
    }

    private Dispatch write(UUID key, DispatchChange change, @Nullable String ifMatch, @Nullable String reason) {
        return QuarkusTransaction.requiringNew().call(() -> {
            store.lock();
            var before = read(key);
            if (ifMatch != null) {
                Versioned.require(ifMatch, before.version());
            }
            if (change.isAs(before)) {
                return before;
            }
            var people = change.state() == DispatchState.RELEASED ? tenants.people(key) : 0;
            store.save(new DispatchStore.Row(
                    key,
                    before.version() + 1,
                    change.state(),
                    change.people(),
                    people == 0 ? null : people,
                    null,
                    clock.instant(),
                    callers.current().name()));
            return changed(key, before, change.letsOut(), reason);
        });
    }

    private Dispatch changed(UUID key, Dispatch before, boolean letsOut, @Nullable String reason) {
        var after = read(key);
        changes.record(KIND, ChangeLog.Change.of(key, id(key), after.version()));
        audit.record(List.of(new AuditTrail.Entry(key, "updated", KIND, id(key), before, after, reason)));
        changed.fire(new DispatchChanged(after.tenantId(), letsOut));
        return after;
    }

    /**
     * A plan that tells many more people than when the mail was last let out holds itself, before any of it leaves. In a transaction of its
     * own: what a plan holds would wait for who holds the same in another order. Whoever changes dispatch meanwhile may wait for the plan, which
     * the database cannot see: so this waits for a moment only, and the plan is made again.
     *
     * @param people whom the new plan tells
     */
    public void planned(UUID tenant, int people) {
        var row = store.find(List.of(tenant)).stream().findFirst().orElse(null);
        if (row == null || row.state() != DispatchState.RELEASED || people == 0) {
            return;
        }
        if (row.reviewed() == null) {
            store.review(tenant, people);
        } else if (Surge.is(people, row.reviewed())) {
            QuarkusTransaction.requiringNew().run(() -> hold(tenant, people));
        }
    }

    private void hold(UUID tenant, int people) {
        store.lockSoon();
        var row = store.find(List.of(tenant)).getFirst();
        if (row.state() != DispatchState.RELEASED) {
            return;
        }
        var before = read(tenant);
        store.save(new DispatchStore.Row(
                tenant,
                row.version() + 1,
                DispatchState.HELD,
                row.pilots(),
                row.reviewed(),
                people,
                clock.instant(),
                callers.current().name()));
        LOG.warnf(
                "Holds itself, the plan tells many more people, tenant=%s, people=%d, reviewed=%d",
                tenant, people, row.reviewed());
        changed(tenant, before, false, null);
    }

    /** What holds for each of the tenants; part of the transaction that is open. */
    public Map<UUID, Effective> effective(Collection<UUID> of) {
        var set = rows(of);
        return of.stream()
                .distinct()
                .collect(Collectors.toMap(Function.identity(), id -> new Effective(part(set, ALL), part(set, id))));
    }

    private Dispatch read(UUID key) {
        return answer(key, rows(List.of(key)));
    }

    private Map<UUID, DispatchStore.Row> rows(Collection<UUID> keys) {
        var asked = new HashSet<>(keys);
        asked.add(ALL);
        return store.find(asked).stream().collect(Collectors.toMap(DispatchStore.Row::tenantId, Function.identity()));
    }

    private static Effective.Part part(Map<UUID, DispatchStore.Row> set, UUID key) {
        var row = set.get(key);
        return row == null
                ? new Effective.Part(DispatchState.HELD, List.of())
                : new Effective.Part(row.state(), row.pilots());
    }

    private Dispatch answer(UUID key, Map<UUID, DispatchStore.Row> set) {
        var own = part(set, key);
        var row = set.get(key);
        var showsPilots = !key.equals(ALL) || callers.scope().all();
        return new Dispatch(
                key.equals(ALL) ? null : key,
                row == null ? 0 : row.version(),
                own.state(),
                new Effective(part(set, ALL), own).ofMost(),
                showsPilots ? List.copyOf(own.pilots()) : List.of(),
                row == null || row.surge() == null || row.reviewed() == null
                        ? null
                        : new Surge(row.surge(), row.reviewed()),
                row == null ? null : row.changedAt(),
                row == null ? null : row.changedBy());
    }

    private static String id(UUID key) {
        return key.equals(ALL) ? "all" : key.toString();
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Map<String, Dispatch> load(Collection<String> ids) {
        var keys = ids.stream()
                .flatMap(id -> id.equals("all") ? Stream.of(ALL) : Stream.of(UUID.fromString(id)))
                .toList();
        var set = rows(keys);
        return keys.stream().collect(Collectors.toMap(Dispatches::id, key -> answer(key, set)));
    }
}
