package dev.cutoff.notification.policy;

import dev.cutoff.commons.audit.AuditTrail;
import dev.cutoff.commons.audit.History;
import dev.cutoff.commons.audit.HistoryEntry;
import dev.cutoff.commons.change.ChangeLog;
import dev.cutoff.commons.change.ChangeSource;
import dev.cutoff.commons.page.Page;
import dev.cutoff.commons.page.Paging;
import dev.cutoff.commons.precondition.Versioned;
import dev.cutoff.commons.problem.Refusal;
import dev.cutoff.commons.security.Callers;
import dev.cutoff.notification.tenant.Tenant;
import dev.cutoff.notification.tenant.Tenants;
import dev.cutoff.notification.timeline.Programmes;
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
import org.jspecify.annotations.Nullable;

/** The policies: of all tenants, of one, and of one for a programme. */
@Singleton
public class Policies implements ChangeSource {

    private static final String KIND = "policy";

    private final PolicyStore store;
    private final Tenants tenants;
    private final Programmes programmes;
    private final ChangeLog changes;
    private final AuditTrail audit;
    private final History history;
    private final Callers callers;
    private final Clock clock;
    private final Event<PolicyChanged> changed;

    Policies(
            PolicyStore store,
            Tenants tenants,
            Programmes programmes,
            ChangeLog changes,
            AuditTrail audit,
            History history,
            Callers callers,
            Clock clock,
            Event<PolicyChanged> changed) {
        this.store = store;
        this.tenants = tenants;
        this.programmes = programmes;
        this.changes = changes;
        this.audit = audit;
        this.history = history;
        this.callers = callers;
        this.clock = clock;
        this.changed = changed;
    }

    /** @throws Refusal 404 if it is a tenant's that is unknown or that the caller may not see */
    PolicyView get(PolicyKey key) {
        require(key);
        return QuarkusTransaction.joiningExisting().call(() -> view(key));
    }

    /**
     * Sets what holds in this place, all of it; what is left out is inherited.
     *
     * @param ifMatch needed unless nothing is set there
     * @throws Refusal 403 for all tenants unless the caller sees all; 400 for a programme that there is not, or a time zone of its own; 404
     *     if the caller may not see the tenant; 428 or 412 by version; 503 if another service would have to say
     */
    PolicyView put(PolicyKey key, PolicySettings settings, @Nullable String ifMatch, @Nullable String reason) {
        if (key.isOfProgramme()) {
            requireForProgramme(key.programme(), settings);
        }
        return write(key, settings, ifMatch, reason);
    }

    private void requireForProgramme(String programme, PolicySettings settings) {
        if (settings.timeZone() != null) {
            throw Refusal.invalidField(
                    "/timeZone",
                    "is set for a tenant or for all: a tenant has one day at a time, whatever the programme");
        }
        programmes.require(programme);
    }

    /** Sets nothing any more in this place, so that all is inherited. */
    void reset(PolicyKey key, @Nullable String ifMatch, @Nullable String reason) {
        write(key, PolicySettings.NONE, ifMatch, reason);
    }

    private PolicyView write(
            PolicyKey key, PolicySettings settings, @Nullable String ifMatch, @Nullable String reason) {
        if (key.isOfAll()) {
            callers.scope()
                    .requireAll("The policy of all tenants needs a token that sees all; set that of a tenant instead");
        }
        require(key);
        return QuarkusTransaction.requiringNew().call(() -> {
            store.lock(key);
            var before = view(key);
            if (ifMatch != null || !before.set().equals(PolicySettings.NONE)) {
                Versioned.require(ifMatch, before.version());
            }
            if (before.set().equals(settings)) {
                return before;
            }
            store.save(new PolicyStore.Row(
                    key,
                    before.version() + 1,
                    settings,
                    clock.instant(),
                    callers.current().name()));
            var after = view(key);
            changes.record(KIND, ChangeLog.Change.of(key.tenantId(), key.id(), after.version()));
            audit.record(
                    List.of(new AuditTrail.Entry(key.tenantId(), "updated", KIND, key.id(), before, after, reason)));
            changed.fire(new PolicyChanged(key.shownTenant()));
            // After plans were asked for: a planner holds the request of its tenant first, and then the tenant.
            tenants.useZones(key.shownTenant());
            return after;
        });
    }

    Page<HistoryEntry> history(PolicyKey key, Paging paging) {
        require(key);
        return history.of(KIND, key.id(), paging);
    }

    private void require(PolicyKey key) {
        if (!key.isOfAll()) {
            tenants.require(key.tenantId());
        }
    }

    /** What holds for the tenant; part of the transaction that is open. */
    public TenantPolicies of(Tenant tenant) {
        return of(List.of(tenant)).get(tenant.id());
    }

    /** What holds for each of the tenants; part of the transaction that is open. */
    public Map<UUID, TenantPolicies> of(Collection<Tenant> asked) {
        var set = set(asked.stream().map(Tenant::id).toList());
        return asked.stream()
                .collect(Collectors.toMap(
                        Tenant::id,
                        tenant -> new TenantPolicies(
                                programme -> effective(set, new PolicyKey(tenant.id(), programme), tenant))));
    }

    private Map<PolicyKey, PolicyStore.Row> set(Collection<UUID> ids) {
        var asked = new HashSet<>(ids);
        asked.add(ChangeLog.NO_TENANT);
        return store.find(asked).stream().collect(Collectors.toMap(PolicyStore.Row::key, Function.identity()));
    }

    private PolicyView view(PolicyKey key) {
        return view(
                set(List.of(key.tenantId())), key, tenants.find(key.tenantId()).orElse(null));
    }

    private static PolicyView view(Map<PolicyKey, PolicyStore.Row> set, PolicyKey key, @Nullable Tenant tenant) {
        var row = set.get(key);
        return new PolicyView(
                key.shownTenant(),
                key.shownProgramme(),
                row == null ? 0 : row.version(),
                row == null ? PolicySettings.NONE : row.settings(),
                effective(set, key, tenant),
                row == null ? null : row.changedAt(),
                row == null ? null : row.changedBy());
    }

    private static EffectivePolicy effective(
            Map<PolicyKey, PolicyStore.Row> set, PolicyKey key, @Nullable Tenant tenant) {
        var settings = PolicySettings.NONE;
        for (var place : key.wider()) {
            var row = set.get(place);
            settings = row == null ? settings : settings.over(row.settings());
        }
        var ofTenant = tenant == null ? PolicySettings.NONE : PolicySettings.of(tenant.timeZone(), tenant.locale());
        return EffectivePolicy.of(settings.over(ofTenant).over(PolicySettings.DEFAULT));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Map<String, PolicyView> load(Collection<String> ids) {
        var keys = ids.stream().map(PolicyKey::parse).toList();
        var tenantIds = keys.stream().map(PolicyKey::tenantId).distinct().toList();
        var set = set(tenantIds);
        var known = tenants.find(tenantIds).stream().collect(Collectors.toMap(Tenant::id, Function.identity()));
        return keys.stream().collect(Collectors.toMap(PolicyKey::id, key -> view(set, key, known.get(key.tenantId()))));
    }
}
