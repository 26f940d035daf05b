package dev.cutoff.inventory.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cutoff.commons.bulk.Bulk;
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
import dev.cutoff.inventory.tenant.TenantLock;
import dev.cutoff.inventory.tenant.Tenants;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import jakarta.validation.Validator;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The clients: read, upserted by what their source calls them, changed one at a time. */
@Singleton
public class Clients implements ChangeSource {

    static final String KIND = "client";

    private final ClientStore store;
    private final ClientUpsert upserting;
    private final ClientWriter writer;
    private final Tenants tenants;
    private final TenantLock lock;
    private final Callers callers;
    private final ObjectMapper json;
    private final Validator validator;

    Clients(
            ClientStore store,
            ClientUpsert upserting,
            ClientWriter writer,
            Tenants tenants,
            TenantLock lock,
            Callers callers,
            ObjectMapper json,
            Validator validator) {
        this.store = store;
        this.upserting = upserting;
        this.writer = writer;
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
    public Client get(UUID id) {
        return store.find(callers.scope(), List.of(id)).stream()
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("Client", id));
    }

    @Transactional
    public Page<Client> list(ClientFilter filter, View view, Paging paging) {
        return store.list(tenants.scope(filter.tenant()), filter, view, paging);
    }

    /**
     * Creates or changes clients by tenant, source and external id.
     *
     * @param dryRun answers what would become of each item, and does nothing
     * @param reason why, for the trail
     */
    @Transactional
    public Bulk.Answer upsert(List<JsonNode> items, Bulk.Mode mode, boolean dryRun, @Nullable String reason) {
        var named = items.stream()
                .flatMap(item -> ClientItem.tenantOf(item).stream())
                .collect(Collectors.toSet());
        var visible = tenants.visible(named);
        lock.take(visible);
        var plan = upserting.plan(visible, items);
        if (plan.answer().isRefused(mode)) {
            return plan.answer().notApplied();
        }
        if (!dryRun) {
            plan.drafts().forEach(draft -> writer.write(draft, reason));
        }
        return plan.answer();
    }

    /** Applies a list to one tenant; runs in the transaction of the import, with the tenant's lock held. */
    public Bulk.Answer applyList(UUID tenant, List<JsonNode> items) {
        var ofTenant = new ArrayList<JsonNode>();
        for (var item : items) {
            ofTenant.add(
                    item.has("tenantId") ? item : ((ObjectNode) item.deepCopy()).put("tenantId", tenant.toString()));
        }
        var plan = upserting.plan(Set.of(tenant), ofTenant);
        plan.drafts().forEach(draft -> writer.write(draft, null));
        return plan.answer();
    }

    /**
     * Changes one client by a JSON merge patch. What a person sets here, no source and no evidence overwrites.
     *
     * @param ifMatch the {@code If-Match} header
     * @throws Refusal 404, 428, 412, 400 or 409, in this order
     */
    @Transactional
    public Client patch(UUID id, @Nullable String ifMatch, JsonNode body, @Nullable String reason) {
        var tenant = get(id).tenantId();
        lock.take(Set.of(tenant));
        var shown = get(id);
        Versioned.require(ifMatch, shown.version());
        if (!(body instanceof ObjectNode object)) {
            throw Refusal.invalidField("", "must be an object");
        }
        var patch = ClientPatch.withAccounts(object.deepCopy(), "");
        var draft = writer.open(tenant, id, patch);
        var known = draft.client(id);
        if (known.isDiscovered() && patch.has("accounts")) {
            throw Refusal.invalidField(
                    "/accounts",
                    "cannot be changed: this client was discovered by its account; declare one by an upsert");
        }
        if (patch.isEmpty()) {
            return shown;
        }
        var status = known.content().status();
        var content =
                ClientPatch.explained(patched(json.valueToTree(known.content()), patch, ""), status, patch, reason);
        if (content.status() != status) {
            StatusTransition.require(shown, content);
        }
        var accountIds = writer.accountIds(draft, known, content, patch);
        draft.put(known.setByPerson(content, accountIds, ClientPatch.fields(patch)));
        writer.write(draft, reason);
        return get(id);
    }

    private ClientContent patched(JsonNode content, JsonNode patch, String pointer) {
        return StrictJson.read(json, validator, MergePatch.apply(content, patch), ClientContent.class, pointer);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Map<String, Client> load(Collection<String> ids) {
        return store.find(callers.scope(), ids.stream().map(UUID::fromString).toList()).stream()
                .collect(Collectors.toMap(client -> client.id().toString(), Function.identity()));
    }

    /** Clients as they are shown to whoever writes them: of one tenant. */
    static TenantScope only(UUID tenant) {
        return TenantScope.of(Set.of(tenant));
    }
}
