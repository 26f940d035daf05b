package dev.cutoff.inventory.owner;

import dev.cutoff.commons.audit.AuditTrail;
import dev.cutoff.commons.change.ChangeLog;
import dev.cutoff.commons.security.TenantScope;
import dev.cutoff.inventory.identity.NamedId;
import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes owners: opened at some addresses, changed in memory, and closed into the store, the feed and the trail in one go. */
@Singleton
class OwnerBook {

    /** The owners of one tenant at the addresses that were asked for. */
    static final class Page {

        private final UUID tenant;
        private final Map<UUID, Owner> before;
        private final Map<String, Owner> owners = new LinkedHashMap<>();
        private final Set<UUID> taken;
        private final Map<UUID, Long> tombstones;
        private final Instant now;

        private Page(UUID tenant, List<Owner> owners, Set<UUID> taken, Map<UUID, Long> tombstones, Instant now) {
            this.tenant = tenant;
            this.now = now;
            this.before = owners.stream().collect(Collectors.toMap(Owner::id, owner -> owner));
            owners.forEach(owner -> this.owners.put(owner.email(), owner));
            this.taken = taken;
            this.tombstones = tombstones;
        }

        Optional<Owner> find(String email) {
            return Optional.ofNullable(owners.get(email));
        }

        /** Gives the owner at the address this content, and makes it if there is none. */
        Owner put(String email, OwnerContent content) {
            var owner = find(email).map(known -> known.with(content, now)).orElseGet(() -> create(content));
            owners.remove(email);
            owners.put(owner.email(), owner);
            return owner;
        }

        private Owner create(OwnerContent content) {
            var id = newId(content.email());
            return Owner.of(tenant, id, tombstones.getOrDefault(id, 0L) + 1, content, now);
        }

        /** Follows from the address, unless somebody who has moved to another address still has that id. */
        private UUID newId(String email) {
            var named = derivedId(tenant, email);
            return taken.contains(named) ? UUID.randomUUID() : named;
        }

        private List<Owner> changed() {
            return owners.values().stream()
                    .filter(owner -> owner != before.get(owner.id()))
                    .toList();
        }
    }

    private final OwnerStore store;
    private final ChangeLog changes;
    private final AuditTrail audit;
    private final Clock clock;
    private final List<OwnerFollower> followers;

    OwnerBook(OwnerStore store, ChangeLog changes, AuditTrail audit, Clock clock, @All List<OwnerFollower> followers) {
        this.store = store;
        this.changes = changes;
        this.audit = audit;
        this.clock = clock;
        this.followers = followers;
    }

    Page open(UUID tenant, Collection<String> emails) {
        var derived = emails.stream().map(email -> derivedId(tenant, email)).toList();
        var taken = store.find(TenantScope.of(Set.of(tenant)), derived).stream()
                .map(Owner::id)
                .collect(Collectors.toSet());
        return new Page(
                tenant, store.findByEmail(tenant, emails), taken, store.tombstones(tenant, derived), clock.instant());
    }

    private static UUID derivedId(UUID tenant, String email) {
        return NamedId.of("owner", tenant, email);
    }

    void close(Page page, @Nullable String reason) {
        var changed = page.changed();
        if (changed.isEmpty()) {
            return;
        }
        store.save(changed);
        changes.record(
                Owners.KIND,
                changed.stream()
                        .map(owner -> ChangeLog.Change.of(owner.tenantId(), owner.id(), owner.version()))
                        .toList());
        audit.record(changed.stream()
                .map(owner -> entry(page.before.get(owner.id()), owner, reason))
                .toList());
        var shownOtherwise = changed.stream()
                .filter(owner -> page.before.containsKey(owner.id()) && !owner.isShownLike(page.before.get(owner.id())))
                .map(Owner::id)
                .toList();
        if (!shownOtherwise.isEmpty()) {
            followers.forEach(follower -> follower.ownersChanged(page.tenant, shownOtherwise, reason));
        }
    }

    private static AuditTrail.Entry entry(@Nullable Owner before, Owner after, @Nullable String reason) {
        var action = before == null ? "created" : "updated";
        return new AuditTrail.Entry(
                after.tenantId(), action, Owners.KIND, after.id().toString(), before, after, reason);
    }

    /** Removes an owner whom nothing names. */
    void remove(Owner owner, @Nullable String reason) {
        store.delete(owner.tenantId(), owner.id());
        changes.record(Owners.KIND, ChangeLog.Change.deleted(owner.tenantId(), owner.id(), owner.version() + 1));
        audit.record(List.of(new AuditTrail.Entry(
                owner.tenantId(), "deleted", Owners.KIND, owner.id().toString(), owner, null, reason)));
    }
}
