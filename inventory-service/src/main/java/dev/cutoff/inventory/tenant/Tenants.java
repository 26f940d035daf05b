package dev.cutoff.inventory.tenant;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cutoff.commons.audit.AuditTrail;
import dev.cutoff.commons.audit.History;
import dev.cutoff.commons.audit.HistoryEntry;
import dev.cutoff.commons.bulk.Bulk;
import dev.cutoff.commons.bulk.Outcome;
import dev.cutoff.commons.change.ChangeLog;
import dev.cutoff.commons.change.ChangeSource;
import dev.cutoff.commons.json.MergePatch;
import dev.cutoff.commons.json.StrictJson;
import dev.cutoff.commons.page.Page;
import dev.cutoff.commons.page.Paging;
import dev.cutoff.commons.page.View;
import dev.cutoff.commons.precondition.Versioned;
import dev.cutoff.commons.problem.Refusal;
import dev.cutoff.commons.security.Callers;
import dev.cutoff.commons.security.TenantScope;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import jakarta.validation.Validator;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The tenants: read, upserted by their id, changed one at a time. */
@Singleton
public class Tenants implements ChangeSource {

    private static final String KIND = "tenant";

    private final TenantStore store;
    private final ChangeLog changes;
    private final AuditTrail audit;
    private final Callers callers;
    private final History history;
    private final ObjectMapper json;
    private final Validator validator;

    Tenants(
            TenantStore store,
            ChangeLog changes,
            AuditTrail audit,
            Callers callers,
            History history,
            ObjectMapper json,
            Validator validator) {
        this.store = store;
        this.changes = changes;
        this.audit = audit;
        this.callers = callers;
        this.history = history;
        this.json = json;
        this.validator = validator;
    }

    /**
     * @throws Refusal 404 if there is none, or the caller may not see it
     */
    @Transactional
    public Tenant get(UUID id) {
        return find(callers.scope().require(id));
    }

    /**
     * What a list shows: the tenant that is asked for, or all that the caller may see.
     *
     * @throws Refusal 404 if the tenant does not exist, or the caller may not see it
     */
    public TenantScope scope(@Nullable UUID tenant) {
        if (tenant == null) {
            return callers.scope();
        }
        if (!store.isKnown(callers.scope().require(tenant))) {
            throw TenantScope.unknownTenant(tenant);
        }
        return TenantScope.of(Set.of(tenant));
    }

    /** Those of the tenants that exist and that the caller may see. */
    @Transactional
    public Set<UUID> visible(Collection<UUID> ids) {
        var seen = ids.stream().filter(callers.scope()::sees).toList();
        return store.find(seen).stream().map(Tenant::id).collect(Collectors.toSet());
    }

    private Tenant find(UUID id) {
        return store.find(List.of(id)).stream().findFirst().orElseThrow(() -> TenantScope.unknownTenant(id));
    }

    Page<Tenant> list(TenantFilter filter, View view, Paging paging) {
        return store.list(callers.scope(), filter, view, paging);
    }

    /**
     * Creates or changes tenants by their id.
     *
     * @param dryRun answers what would become of each item, and does nothing
     * @param reason why, for the trail
     */
    @Transactional
    public Bulk.Answer upsert(List<JsonNode> items, Bulk.Mode mode, boolean dryRun, @Nullable String reason) {
        store.lock();
        var before = byId(store.find(items.stream().flatMap(Tenants::idOf).toList()));
        var after = new LinkedHashMap<>(before);
        var plan = Bulk.plan(items, (index, item, pointer) -> plan(after, index, item, pointer));
        if (plan.isRefused(mode)) {
            return plan.notApplied();
        }
        if (!dryRun) {
            save(before, after.values(), reason);
        }
        return plan;
    }

    private Outcome plan(Map<UUID, Tenant> tenants, int index, JsonNode item, String pointer) {
        var id = idOf(item)
                .findFirst()
                .orElseThrow(() -> Refusal.invalidField(
                        pointer + "/id", "must be a GUID such as 8bb6f14a-714e-4fdc-89f6-05418818a00b"));
        callers.scope().require(id);
        var patch = ((ObjectNode) item).deepCopy().without("id");
        var known = tenants.get(id);
        if (known == null) {
            tenants.put(id, Tenant.of(id, 1, patched(json.createObjectNode(), patch, pointer)));
            return Outcome.of(index, Outcome.Kind.CREATED, id);
        }
        var changed = known.with(patched(json.valueToTree(known.content()), patch, pointer));
        tenants.put(id, changed);
        return Outcome.of(index, changed == known ? Outcome.Kind.UNCHANGED : Outcome.Kind.UPDATED, id);
    }

    /**
     * Changes one tenant by a JSON merge patch.
     *
     * @param ifMatch the {@code If-Match} header
     * @throws Refusal 400, 404, 428 or 412, in this order
     */
    @Transactional
    public Tenant patch(UUID id, @Nullable String ifMatch, JsonNode patch, @Nullable String reason) {
        patched(json.createObjectNode().put("name", "Any"), patch, "");
        store.lock();
        var known = get(id);
        Versioned.require(ifMatch, known.version());
        var changed = known.with(patched(json.valueToTree(known.content()), patch, ""));
        save(Map.of(id, known), List.of(changed), reason);
        return changed;
    }

    private TenantContent patched(JsonNode content, JsonNode patch, String pointer) {
        return StrictJson.read(json, validator, MergePatch.apply(content, patch), TenantContent.class, pointer);
    }

    private void save(Map<UUID, Tenant> before, Collection<Tenant> after, @Nullable String reason) {
        var changed = after.stream()
                .filter(tenant -> tenant != before.get(tenant.id()))
                .toList();
        store.save(changed);
        changes.record(
                KIND,
                changed.stream()
                        .map(tenant -> ChangeLog.Change.of(tenant.id(), tenant.id(), tenant.version()))
                        .toList());
        audit.record(changed.stream()
                .map(tenant -> entry(before.get(tenant.id()), tenant, reason))
                .toList());
    }

    private static AuditTrail.Entry entry(@Nullable Tenant before, Tenant after, @Nullable String reason) {
        var action = before == null ? "created" : "updated";
        return new AuditTrail.Entry(after.id(), action, KIND, after.id().toString(), before, after, reason);
    }

    private static Stream<UUID> idOf(JsonNode item) {
        try {
            return item.path("id").isTextual()
                    ? Stream.of(StrictJson.parseUuid(item.path("id").asText()))
                    : Stream.of();
        } catch (IllegalArgumentException e) {
            return Stream.of();
        }
    }

    private static Map<UUID, Tenant> byId(List<Tenant> tenants) {
        return new ArrayList<>(tenants).stream().collect(Collectors.toMap(Tenant::id, Function.identity()));
    }

    /**
     * @throws Refusal 404 if there is none, or the caller may not see it
     */
    @Transactional
    Page<HistoryEntry> history(UUID id, Paging paging) {
        return history.of(KIND, get(id).id(), paging);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Map<String, Tenant> load(Collection<String> ids) {
        return store.find(ids.stream().map(UUID::fromString).toList()).stream()
                .collect(Collectors.toMap(tenant -> tenant.id().toString(), Function.identity()));
    }
}
