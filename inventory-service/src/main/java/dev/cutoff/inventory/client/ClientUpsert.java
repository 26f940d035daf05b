package dev.cutoff.inventory.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cutoff.commons.bulk.Bulk;
import dev.cutoff.commons.bulk.Outcome;
import dev.cutoff.commons.json.MergePatch;
import dev.cutoff.commons.json.StrictJson;
import dev.cutoff.commons.security.TenantScope;
import jakarta.inject.Singleton;
import jakarta.validation.Validator;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Plans an upsert: what becomes of each item, and the clients as they would be. */
@Singleton
class ClientUpsert {

    /** @param drafts one for each tenant */
    record Plan(Bulk.Answer answer, Collection<ClientDraft> drafts) {}

    private final ClientWriter writer;
    private final ObjectMapper json;
    private final Validator validator;

    ClientUpsert(ClientWriter writer, ObjectMapper json, Validator validator) {
        this.writer = writer;
        this.json = json;
        this.validator = validator;
    }

    /** @param tenants in which something may be written */
    Plan plan(Set<UUID> tenants, List<JsonNode> items) {
        var drafts = tenants.stream()
                .collect(Collectors.toMap(Function.identity(), tenant -> writer.openByKeys(tenant, items)));
        var answer = Bulk.plan(items, (index, item, pointer) -> plan(drafts, index, item, pointer));
        return new Plan(withKeys(answer, items), drafts.values());
    }

    private Outcome plan(Map<UUID, ClientDraft> drafts, int index, JsonNode raw, String pointer) {
        var item = ClientItem.of(raw, pointer);
        var draft = drafts.get(item.tenant());
        if (draft == null) {
            throw TenantScope.unknownTenant(item.tenant());
        }
        var known = draft.find(item.source(), item.externalId());
        if (known.isEmpty()) {
            var content = patched(json.createObjectNode(), item.patch(), pointer);
            var created = draft.declare(item.source(), item.externalId(), content);
            return Outcome.of(index, Outcome.Kind.CREATED, created.id());
        }
        var client = known.get();
        JsonNode before = json.valueToTree(client.content());
        var ignored = ClientPatch.withoutFieldsOfPeople(item.patch(), before, client.personFields());
        var content = patched(before, item.patch(), pointer);
        var after = client.with(content, writer.accountIds(draft, client, content, item.patch()));
        draft.put(after);
        return Outcome.of(index, after == client ? Outcome.Kind.UNCHANGED : Outcome.Kind.UPDATED, client.id())
                .ignoring(ignored);
    }

    private ClientContent patched(JsonNode content, JsonNode patch, String pointer) {
        return StrictJson.read(json, validator, MergePatch.apply(content, patch), ClientContent.class, pointer);
    }

    /** Each outcome says whose it is, also where the item was rejected. */
    private static Bulk.Answer withKeys(Bulk.Answer answer, List<JsonNode> items) {
        return new Bulk.Answer(answer.items().stream()
                .map(outcome -> {
                    var item = items.get(outcome.index());
                    return outcome.withKey(ClientItem.text(item, "source"), ClientItem.text(item, "externalId"));
                })
                .toList());
    }
}
