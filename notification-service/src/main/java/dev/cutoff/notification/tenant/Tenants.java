package dev.cutoff.notification.tenant;

import dev.cutoff.commons.problem.Refusal;
import dev.cutoff.commons.security.Callers;
import dev.cutoff.commons.security.TenantScope;
import dev.cutoff.notification.inventory.InventoryGateway;
import dev.cutoff.notification.inventory.InventoryTenant;
import dev.cutoff.notification.upstream.Unreachable;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The tenants that there are. */
@Singleton
public class Tenants {

    private final TenantStore store;
    private final InventoryGateway inventory;
    private final Callers callers;

    Tenants(TenantStore store, InventoryGateway inventory, Callers callers) {
        this.store = store;
        this.inventory = inventory;
        this.callers = callers;
    }

    /**
     * The tenant that a caller names. One that the feed has not brought yet is asked for in inventory, after the scope was checked.
     *
     * @throws Refusal 404 if there is none or the caller may not see it, 503 if inventory would have to say
     */
    public Tenant require(UUID id) {
        callers.scope().require(id);
        try {
            return known(id).orElseThrow(() -> TenantScope.unknownTenant(id));
        } catch (Unreachable e) {
            throw e.asRefusal();
        }
    }

    /**
     * The tenant, read through if the feed has not brought it yet; empty if there is none.
     *
     * @throws Unreachable if inventory would have to say
     */
    public Optional<Tenant> known(UUID id) {
        return QuarkusTransaction.joiningExisting().call(() -> find(id)).or(() -> readThrough(id));
    }

    private Optional<Tenant> readThrough(UUID id) {
        var read = inventory.tenant(id);
        read.ifPresent(tenant -> follow(List.of(tenant)));
        return read.map(Tenant::of);
    }

    public Optional<Tenant> find(UUID id) {
        return store.find(List.of(id)).stream().findFirst();
    }

    public List<Tenant> find(Collection<UUID> ids) {
        return store.find(ids);
    }

    /** The first of the tenants that the caller may see, in the order of their ids. */
    @Transactional
    public List<Tenant> first(int most) {
        return store.first(callers.scope(), most);
    }

    /** Keeps what we know of these tenants as it is until the end of the transaction that is open; several at once only so, or in one order. */
    public void hold(Collection<UUID> ids) {
        store.lock(ids);
    }

    /** Takes over what inventory says; an older version than ours changes nothing. */
    @Transactional
    public void follow(Collection<InventoryTenant> tenants) {
        var newest = tenants.stream()
                .map(Tenant::of)
                .collect(Collectors.toMap(
                        Tenant::id, Function.identity(), BinaryOperator.maxBy(Comparator.comparing(Tenant::version))));
        store.save(newest.values());
    }

    /** The tenants whose day has gone on since they were planned. */
    @Transactional
    public List<Tenant> behind(Instant now) {
        return store.behind(now);
    }

    @Transactional
    public boolean isAnyBehind(Instant now) {
        return store.isAnyBehind(now);
    }

    /** Those of them that the last plan said are to be looked at by now, or of which evidence has come since. */
    @Transactional
    public Set<UUID> dueForALook(Instant now) {
        return Set.copyOf(store.dueForALook(now));
    }

    /** Notes that there is nothing new to plan of these tenants on the day that it is for each of them; part of the transaction that is open. */
    public void passedOver(Collection<UUID> ids, Instant now) {
        store.passedOver(ids, now);
    }

    /** Notes that evidence of these tenants has come: they are looked at again on their next day, however much comes until then. */
    public void noteEvidence(Collection<UUID> ids) {
        store.noteEvidence(ids);
    }

    /**
     * Takes up what evidence has come by now. Called before it is read and while the tenant stays asked for, so that none is lost that comes
     * meanwhile, nor any if reading fails.
     */
    @Transactional
    public void takeUpEvidence(UUID id) {
        store.takeUpEvidence(id);
    }

    /**
     * Takes the time zone that a policy sets, or else the one that inventory says; part of the transaction that changes the policy.
     *
     * @param id of the tenant; null for all
     */
    public void useZones(@Nullable UUID id) {
        store.useZones(id);
    }

    /**
     * Notes for which day of the tenant there is a plan; part of the transaction that makes it.
     *
     * @param reached what it is about
     * @param lookOn the next day on which it may come out otherwise by the calendar alone; null if there is none
     */
    public void planned(UUID id, LocalDate day, Reached reached, @Nullable LocalDate lookOn) {
        store.planned(id, day, reached, lookOn);
    }

    /** How many people the last plan of the tenant tells; part of the transaction that is open. */
    public int people(UUID id) {
        return store.people(id);
    }

    /** How many clients there is nobody to tell of, in all tenants. */
    public long untold() {
        return store.untold();
    }
}
