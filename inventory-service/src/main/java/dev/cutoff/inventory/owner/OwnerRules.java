package dev.cutoff.inventory.owner;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cutoff.commons.bulk.Bulk;
import dev.cutoff.commons.bulk.Outcome;
import dev.cutoff.commons.json.StrictJson;
import dev.cutoff.commons.json.WireName;
import dev.cutoff.commons.page.Page;
import dev.cutoff.commons.page.Paging;
import dev.cutoff.commons.page.View;
import dev.cutoff.commons.precondition.Versioned;
import dev.cutoff.commons.problem.ProblemType;
import dev.cutoff.commons.problem.Refusal;
import dev.cutoff.commons.security.Callers;
import dev.cutoff.commons.security.TenantScope;
import dev.cutoff.inventory.tenant.TenantLock;
import dev.cutoff.inventory.tenant.Tenants;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import jakarta.validation.Validator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The rules that say whose a client is: read, upserted by what they go by, changed and dropped one at a time. */
@Singleton
class OwnerRules {

    private static final ProblemType EXISTS = new ProblemType("rule-exists", 409, "There is a rule for this already");

    private final OwnerRuleStore store;
    private final OwnerRuleBook book;
    private final Owners owners;
    private final Tenants tenants;
    private final TenantLock lock;
    private final Callers callers;
    private final ObjectMapper json;
    private final Validator validator;

    OwnerRules(
            OwnerRuleStore store,
            OwnerRuleBook book,
            Owners owners,
            Tenants tenants,
            TenantLock lock,
            Callers callers,
            ObjectMapper json,
            Validator validator) {
        this.store = store;
        this.book = book;
        this.owners = owners;
        this.tenants = tenants;
        this.lock = lock;
        this.callers = callers;
        this.json = json;
        this.validator = validator;
    }

    /**
     * @throws Refusal 404 if there is none, or the caller may not see it
     */
    @Transactional
    OwnerRule get(UUID id) {
        return store.find(callers.scope(), id).stream()
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("Owner rule", id));
    }

    Page<OwnerRule> list(OwnerRuleFilter filter, View view, Paging paging) {
        return store.list(tenants.scope(filter.tenant()), filter, view, paging);
    }

    /**
     * @throws Refusal 404 if the tenant may not be seen, 409 if there is a rule with this kind and value
     */
    @Transactional
    OwnerRule create(OwnerRuleItem item, @Nullable String reason) {
        var tenant = tenants.get(item.tenantId()).id();
        lock.take(Set.of(tenant));
        var known = book.find(tenant, Set.of(item.key())).get(item.key());
        if (known != null) {
            throw new Refusal(EXISTS, "Change the rule that there is, or send it as an upsert").with("id", known.id());
        }
        write(tenant, Map.of(item.key(), item), reason);
        return get(OwnerRuleBook.idOf(tenant, item.key()));
    }

    /**
     * Creates or changes rules by tenant, kind and value.
     *
     * @param dryRun answers what would become of each item, and does nothing
     */
    @Transactional
    Bulk.Answer upsert(List<JsonNode> items, Bulk.Mode mode, boolean dryRun, @Nullable String reason) {
        var visible = tenants.visible(TenantItems.tenantsOf(items));
        lock.take(visible);
        var wishes = new HashMap<UUID, Map<OwnerRuleKey, OwnerRuleItem>>();
        visible.forEach(tenant -> wishes.put(tenant, new HashMap<>()));
        var keys = keysOf(items);
        var stored = visible.stream().collect(Collectors.toMap(tenant -> tenant, tenant -> book.find(tenant, keys)));
        var plan = Bulk.plan(items, (index, item, pointer) -> {
            var rule = StrictJson.read(json, validator, item, OwnerRuleItem.class, pointer);
            var ofTenant = wishes.get(rule.tenantId());
            if (ofTenant == null) {
                throw TenantScope.unknownTenant(rule.tenantId());
            }
            return plan(ofTenant, stored.get(rule.tenantId()).get(rule.key()), index, rule);
        });
        if (plan.isRefused(mode)) {
            return plan.notApplied();
        }
        if (!dryRun) {
            wishes.forEach((tenant, rules) -> write(tenant, rules, reason));
        }
        return plan;
    }

    /** The keys of the items that have one. */
    private static Set<OwnerRuleKey> keysOf(List<JsonNode> items) {
        return items.stream()
                .filter(item -> item.path("value").isTextual()
                        && StrictJson.isAskable(item.path("value").asText()))
                .flatMap(item -> WireName.parse(
                                OwnerRuleKind.class, item.path("kind").asText())
                        .stream()
                        .map(kind -> OwnerRuleKey.of(
                                kind, item.path("value").asText().strip())))
                .collect(Collectors.toSet());
    }

    private static Outcome plan(
            Map<OwnerRuleKey, OwnerRuleItem> wishes, @Nullable OwnerRule stored, int index, OwnerRuleItem rule) {
        var earlier = wishes.put(rule.key(), rule);
        var before = earlier != null ? earlier.ownerEmail() : stored == null ? null : stored.ownerEmail();
        var kind = before == null
                ? Outcome.Kind.CREATED
                : before.equals(rule.ownerEmail()) ? Outcome.Kind.UNCHANGED : Outcome.Kind.UPDATED;
        return Outcome.of(index, kind, stored == null ? OwnerRuleBook.idOf(rule.tenantId(), rule.key()) : stored.id());
    }

    private void write(UUID tenant, Map<OwnerRuleKey, OwnerRuleItem> rules, @Nullable String reason) {
        var ids = owners.require(
                tenant,
                rules.values().stream()
                        .map(OwnerRuleItem::ownerEmail)
                        .distinct()
                        .toList());
        var wishes = new HashMap<OwnerRuleKey, OwnerRuleBook.Wish>();
        rules.forEach((key, rule) -> wishes.put(key, new OwnerRuleBook.Wish(rule.value(), ids.get(rule.ownerEmail()))));
        book.write(tenant, wishes, reason);
    }

    /**
     * Names another owner in a rule.
     *
     * @throws Refusal 404, 428 or 412, in this order
     */
    @Transactional
    OwnerRule patch(UUID id, @Nullable String ifMatch, String ownerEmail, @Nullable String reason) {
        var known = locked(id, ifMatch);
        var item = new OwnerRuleItem(known.tenantId(), known.kind(), known.value(), ownerEmail);
        write(known.tenantId(), Map.of(known.key(), item), reason);
        return get(id);
    }

    /**
     * @throws Refusal 404, 428 or 412, in this order
     */
    @Transactional
    void delete(UUID id, @Nullable String ifMatch, @Nullable String reason) {
        book.delete(locked(id, ifMatch), reason);
    }

    private OwnerRule locked(UUID id, @Nullable String ifMatch) {
        lock.take(Set.of(get(id).tenantId()));
        var known = get(id);
        Versioned.require(ifMatch, known.version());
        return known;
    }
}
