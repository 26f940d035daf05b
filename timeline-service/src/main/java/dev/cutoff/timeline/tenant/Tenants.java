package dev.cutoff.timeline.tenant;

import dev.cutoff.commons.problem.Refusal;
import dev.cutoff.commons.security.Callers;
import dev.cutoff.commons.security.TenantScope;
import dev.cutoff.timeline.inventory.InventoryGateway;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The tenants, as far as the caller may see them. */
@Singleton
public class Tenants {

    private final TenantStore store;
    private final TenantFeed feed;
    private final InventoryGateway inventory;
    private final Callers callers;

    Tenants(TenantStore store, TenantFeed feed, InventoryGateway inventory, Callers callers) {
        this.store = store;
        this.feed = feed;
        this.inventory = inventory;
        this.callers = callers;
    }

    /**
     * One tenant; asks inventory if it is not known yet, as may be in the second after it was created. Call it before a transaction
     * begins.
     *
     * @throws Refusal 404 if there is none or the caller may not see it; 503 if it is not known here and inventory does not answer
     */
    public Tenant require(UUID id) {
        callers.scope().require(id);
        return find(id).orElseGet(() -> readThrough(id));
    }

    /**
     * The same for who reads more of the tenant: in the transaction that finds it, so that an answer costs one. It only begins another if the
     * tenant had to be asked for first.
     *
     * @param work never answers null
     * @throws Refusal as {@link #require}
     */
    public <T> T reading(UUID id, Function<Tenant, T> work) {
        callers.scope().require(id);
        var answer = QuarkusTransaction.joiningExisting()
                .call(() -> store.find(List.of(id)).stream().findFirst().map(work));
        return answer.orElseGet(() -> {
            var tenant = readThrough(id);
            return QuarkusTransaction.joiningExisting().call(() -> work.apply(tenant));
        });
    }

    private Optional<Tenant> find(UUID id) {
        return QuarkusTransaction.joiningExisting()
                .call(() -> store.find(List.of(id)).stream().findFirst());
    }

    private Tenant readThrough(UUID id) {
        var tenant = inventory.tenant(id).map(Tenant::of).orElseThrow(() -> TenantScope.unknownTenant(id));
        QuarkusTransaction.joiningExisting().run(() -> store.save(List.of(tenant)));
        return tenant;
    }

    /**
     * Several tenants, without those that do not exist or may not be seen; if one is not known, the feed is followed to its end first.
     *
     * @throws Refusal 503 if one is not known here and inventory does not answer
     */
    public Map<UUID, Tenant> known(Collection<UUID> ids) {
        var visible = ids.stream().filter(callers.scope()::sees).collect(Collectors.toSet());
        var found = onFile(visible);
        if (found.size() == visible.size()) {
            return found;
        }
        feed.follow();
        return onFile(visible);
    }

    /** Several tenants, as far as they are known here; the caller has made sure that they may be seen. */
    public Map<UUID, Tenant> onFile(Collection<UUID> ids) {
        return QuarkusTransaction.joiningExisting().call(() -> store.find(ids)).stream()
                .collect(Collectors.toMap(Tenant::tenantId, Function.identity()));
    }

    /**
     * The next tenants in the order of their ids, within a scope that the caller may see.
     *
     * @param from the first that may be among them; null for the very first
     * @param isAfter whether {@code from} itself is left out
     */
    public List<Tenant> next(TenantScope scope, @Nullable UUID from, boolean isAfter, int limit) {
        return QuarkusTransaction.joiningExisting().call(() -> store.next(scope, from, isAfter, limit));
    }

    public long count(TenantScope scope) {
        return QuarkusTransaction.joiningExisting().call(() -> store.count(scope));
    }

    /** Until the transaction ends, nobody else writes facts of these tenants: what is counted stays counted. */
    public void lock(Collection<UUID> ids) {
        store.lock(new HashSet<>(ids));
    }
}
