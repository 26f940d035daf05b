package dev.cutoff.inventory.coverage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cutoff.commons.audit.AuditTrail;
import dev.cutoff.commons.bulk.Bulk;
import dev.cutoff.commons.bulk.Outcome;
import dev.cutoff.commons.json.StrictJson;
import dev.cutoff.commons.json.WireName;
import dev.cutoff.commons.problem.Refusal;
import dev.cutoff.commons.security.TenantScope;
import dev.cutoff.inventory.tenant.TenantLock;
import dev.cutoff.inventory.tenant.Tenants;
import dev.cutoff.inventory.vocabulary.Protocol;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import jakarta.validation.Validator;
import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the vendor counted without saying whom; from its monthly posts, or by hand. */
@Singleton
public class VendorCounts {

    private static final String KIND = "vendor-count";

    private final VendorCountStore store;
    private final Tenants tenants;
    private final TenantLock lock;
    private final AuditTrail audit;
    private final Clock clock;
    private final ObjectMapper json;
    private final Validator validator;

    VendorCounts(
            VendorCountStore store,
            Tenants tenants,
            TenantLock lock,
            AuditTrail audit,
            Clock clock,
            ObjectMapper json,
            Validator validator) {
        this.store = store;
        this.tenants = tenants;
        this.lock = lock;
        this.audit = audit;
        this.clock = clock;
        this.json = json;
        this.validator = validator;
    }

    /**
     * Takes counts over, in the transaction of an import that holds the lock of their tenant.
     *
     * @return how many of them were new or another figure than before
     */
    public int record(Collection<VendorCount> counts) {
        var before = store.find(counts.stream().map(VendorCount::tenantId).collect(Collectors.toSet()));
        return save(before, counts);
    }

    @Transactional
    public Bulk.Answer upsert(List<JsonNode> items, Bulk.Mode mode, boolean dryRun) {
        var visible =
                tenants.visible(items.stream().flatMap(VendorCounts::tenantOf).collect(Collectors.toSet()));
        lock.take(visible);
        var before = store.find(visible);
        var after = new LinkedHashMap<>(before);
        var answer = Bulk.plan(items, (index, item, pointer) -> plan(visible, after, index, item, pointer));
        if (answer.isRefused(mode)) {
            return answer.notApplied();
        }
        if (!dryRun) {
            save(before, after.values());
        }
        return answer;
    }

    private Outcome plan(Set<UUID> visible, Map<String, VendorCount> counts, int index, JsonNode raw, String pointer) {
        var item = StrictJson.read(json, validator, raw, VendorCountItem.class, pointer);
        if (!visible.contains(item.tenantId())) {
            throw TenantScope.unknownTenant(item.tenantId());
        }
        if (item.protocol() == Protocol.UNSPECIFIED) {
            throw Refusal.invalidField(pointer + "/protocol", "must be one that the vendor counts");
        }
        var count = item.count(item.tenantId());
        var known = counts.put(count.key(), count);
        var kind = known == null
                ? Outcome.Kind.CREATED
                : known.equals(count) ? Outcome.Kind.UNCHANGED : Outcome.Kind.UPDATED;
        return Outcome.of(index, kind, id(count));
    }

    private int save(Map<String, VendorCount> before, Collection<VendorCount> after) {
        var changed = after.stream()
                .filter(count -> !count.equals(before.get(count.key())))
                .toList();
        store.save(changed, clock.instant());
        audit.record(changed.stream()
                .map(count -> new AuditTrail.Entry(
                        count.tenantId(),
                        before.containsKey(count.key()) ? "updated" : "created",
                        KIND,
                        id(count),
                        before.get(count.key()),
                        count,
                        null))
                .toList());
        return changed.size();
    }

    private static String id(VendorCount count) {
        return WireName.of(count.protocol()) + " " + count.month().toString().substring(0, 7) + " " + count.source();
    }

    private static Stream<UUID> tenantOf(JsonNode item) {
        try {
            return Stream.of(StrictJson.parseUuid(item.path("tenantId").asText()));
        } catch (IllegalArgumentException e) {
            return Stream.of();
        }
    }
}
