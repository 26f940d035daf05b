package dev.cutoff.inventory.owner;

import dev.cutoff.commons.audit.AuditTrail;
import dev.cutoff.commons.json.WireName;
import dev.cutoff.inventory.identity.NamedId;
import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes rules with all that follows from them; the caller holds the tenant's lock. */
@Singleton
class OwnerRuleBook {

    static final String KIND = "owner-rule";

    /** Who shall answer for what a rule goes by. */
    record Wish(String value, UUID ownerId) {}

    private final OwnerRuleStore store;
    private final AuditTrail audit;
    private final List<OwnerFollower> followers;

    OwnerRuleBook(OwnerRuleStore store, AuditTrail audit, @All List<OwnerFollower> followers) {
        this.store = store;
        this.audit = audit;
        this.followers = followers;
    }

    Map<OwnerRuleKey, OwnerRule> find(UUID tenant, Collection<OwnerRuleKey> keys) {
        return store.find(tenant, keys).stream().collect(Collectors.toMap(OwnerRule::key, Function.identity()));
    }

    static UUID idOf(UUID tenant, OwnerRuleKey key) {
        return NamedId.of(KIND, tenant, WireName.of(key.kind()), key.matches());
    }

    /**
     * Makes rules and changes whom they name.
     *
     * @return those that name somebody else than before
     */
    Set<OwnerRuleKey> write(UUID tenant, Map<OwnerRuleKey, Wish> wishes, @Nullable String reason) {
        var before = find(tenant, wishes.keySet());
        var changed = new HashMap<>(wishes);
        changed.entrySet()
                .removeIf(wish -> before.containsKey(wish.getKey())
                        && before.get(wish.getKey())
                                .ownerId()
                                .equals(wish.getValue().ownerId()));
        store.save(changed.entrySet().stream()
                .map(wish -> rule(tenant, wish.getKey(), wish.getValue(), before.get(wish.getKey())))
                .toList());
        audit.record(find(tenant, changed.keySet()).values().stream()
                .map(after -> entry(before.get(after.key()), after, reason))
                .toList());
        tell(tenant, changed.keySet(), reason);
        return changed.keySet();
    }

    private static OwnerRule rule(UUID tenant, OwnerRuleKey key, Wish wish, @Nullable OwnerRule before) {
        return before == null
                ? new OwnerRule(idOf(tenant, key), 1, tenant, key.kind(), wish.value(), wish.ownerId(), "", null)
                : new OwnerRule(
                        before.id(),
                        before.version() + 1,
                        tenant,
                        key.kind(),
                        before.value(),
                        wish.ownerId(),
                        "",
                        null);
    }

    private static AuditTrail.Entry entry(@Nullable OwnerRule before, OwnerRule after, @Nullable String reason) {
        var action = before == null ? "created" : "updated";
        return new AuditTrail.Entry(after.tenantId(), action, KIND, after.id().toString(), before, after, reason);
    }

    void delete(OwnerRule rule, @Nullable String reason) {
        store.delete(rule.tenantId(), rule.id());
        audit.record(List.of(
                new AuditTrail.Entry(rule.tenantId(), "deleted", KIND, rule.id().toString(), rule, null, reason)));
        tell(rule.tenantId(), Set.of(rule.key()), reason);
    }

    private void tell(UUID tenant, Set<OwnerRuleKey> changed, @Nullable String reason) {
        if (!changed.isEmpty()) {
            followers.forEach(follower -> follower.rulesChanged(tenant, changed, reason));
        }
    }
}
