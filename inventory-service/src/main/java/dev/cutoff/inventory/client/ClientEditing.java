package dev.cutoff.inventory.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cutoff.commons.json.MergePatch;
import dev.cutoff.commons.json.StrictJson;
import dev.cutoff.commons.precondition.Versioned;
import dev.cutoff.commons.problem.Refusal;
import dev.cutoff.inventory.tenant.TenantLock;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import jakarta.validation.Validator;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Changes by people. What a person sets, no source and no evidence overwrites. */
@Singleton
class ClientEditing {

    private final Clients clients;
    private final ClientWriter writer;
    private final TenantLock lock;
    private final ObjectMapper json;
    private final Validator validator;

    ClientEditing(Clients clients, ClientWriter writer, TenantLock lock, ObjectMapper json, Validator validator) {
        this.clients = clients;
        this.writer = writer;
        this.lock = lock;
        this.json = json;
        this.validator = validator;
    }

    /**
     * Changes one client by a JSON merge patch.
     *
     * @param ifMatch the {@code If-Match} header
     * @throws Refusal 400, 404, 428, 412 or 409, in this order; and 400 last for what only this client cannot become
     */
    @Transactional
    Client patch(UUID id, @Nullable String ifMatch, JsonNode body, @Nullable String reason) {
        if (!(body instanceof ObjectNode object)) {
            throw Refusal.invalidField("", "must be an object");
        }
        var patch = ClientPatch.withAccounts(object.deepCopy(), "");
        read(MergePatch.apply(json.createObjectNode(), patch), "");
        var tenant = clients.get(id).tenantId();
        lock.take(Set.of(tenant));
        var shown = clients.get(id);
        Versioned.require(ifMatch, shown.version());
        var draft = writer.open(tenant, id, patch);
        edit(draft, shown, patch, "", reason);
        writer.write(draft, reason);
        return clients.get(id);
    }

    /**
     * Changes a client in memory.
     *
     * @param shown as it is shown
     * @param pointer where the patch stands in the body
     * @return whether anything is different
     */
    boolean edit(ClientDraft draft, Client shown, ObjectNode patch, String pointer, @Nullable String reason) {
        var known = draft.client(shown.id());
        if (known.isDiscovered() && patch.has("accounts")) {
            throw Refusal.invalidField(
                    pointer + "/accounts",
                    "cannot be changed: this client was discovered by its account; declare one by an upsert");
        }
        var before = known.content();
        var merged = MergePatch.apply(json.valueToTree(before), patch);
        var content = ClientPatch.explained(read(merged, pointer), before.status(), patch, reason);
        if (content.status() != null && content.status() != before.status()) {
            StatusTransition.require(before.status() == null ? shown.status() : before.status(), shown, content);
        }
        if (patch.isEmpty()) {
            return false;
        }
        var accountIds = writer.accountIds(draft, known, content, patch);
        var after = known.setByPerson(content, accountIds, ClientPatch.fields(patch));
        draft.put(after);
        return after != known;
    }

    private ClientContent read(JsonNode content, String pointer) {
        return StrictJson.read(json, validator, content, ClientContent.class, pointer);
    }
}
