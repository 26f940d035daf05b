package dev.cutoff.inventory.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cutoff.commons.bulk.Bulk;
import dev.cutoff.commons.bulk.Outcome;
import dev.cutoff.commons.json.MergePatch;
import dev.cutoff.commons.json.StrictJson;
import dev.cutoff.commons.problem.Refusal;
import dev.cutoff.commons.security.TenantScope;
import jakarta.inject.Singleton;
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

/** Plans an upsert: what becomes of each item, and the clients as they would be. */
@Singleton
class ClientUpsert {

    /** @param drafts one for each tenant */
    record Plan(Bulk.Answer answer, Collection<ClientDraft> drafts) {}

    private final ClientWriter writer;
    private final SourceRanking ranking;
    private final ObjectMapper json;
    private final Validator validator;

    ClientUpsert(ClientWriter writer, SourceRanking ranking, ObjectMapper json, Validator validator) {
        this.writer = writer;
        this.ranking = ranking;
        this.json = json;
        this.validator = validator;
    }

    /** @param before null if it is new */
    record Put(ClientDraft draft, UUID id, @Nullable StoredClient before) {}

    /** @throws Refusal 400 for what no client can be */
    void require(ClientItem item) {
        patched(json.createObjectNode(), item.patch(), "");
    }

    /** Plans one item that is all its source says: what the source has set before and now leaves out is cleared. */
    Put put(UUID tenant, ClientItem item) {
        var draft = writer.openByKeys(tenant, List.of(item.key(), item.patch()));
        var known = draft.find(item.source(), item.externalId()).orElse(null);
        if (known == null) {
            return new Put(draft, declare(draft, item, "").id(), null);
        }
        known.fieldSources().forEach((field, source) -> {
            if (source.equals(item.source()) && !item.patch().has(field)) {
                item.patch().putNull(field);
            }
        });
        draft.put(change(draft, known, item, "", new ArrayList<>()));
        return new Put(draft, known.id(), known);
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
            var created = declare(draft, item, pointer);
            return Outcome.of(index, Outcome.Kind.CREATED, created.id());
        }
        var client = known.get();
        var ignored = new ArrayList<String>();
        var after = change(draft, client, item, pointer, ignored);
        draft.put(after);
        var kind = after.version() == client.version() ? Outcome.Kind.UNCHANGED : Outcome.Kind.UPDATED;
        return Outcome.of(index, kind, client.id()).ignoring(ignored);
    }

    private StoredClient declare(ClientDraft draft, ClientItem item, String pointer) {
        JsonNode nothing = json.createObjectNode();
        var content = ClientPatch.explained(
                patched(nothing, item.patch(), pointer), null, item.patch(), stated(item.source()));
        var sources = SourceRanking.after(item.patch(), nothing, json.valueToTree(content), Map.of(), item.source());
        return draft.declare(item.source(), item.externalId(), content, sources);
    }

    private StoredClient change(
            ClientDraft draft, StoredClient client, ClientItem item, String pointer, List<String> ignored) {
        var patch = item.patch();
        JsonNode before = json.valueToTree(client.content());
        JsonNode wanted = json.valueToTree(patched(before, patch, pointer));
        ignored.addAll(ranking.withhold(patch, before, wanted, client, item.source()));
        var content = ClientPatch.explained(
                patched(before, patch, pointer), client.content().status(), patch, stated(item.source()));
        var sources =
                SourceRanking.after(patch, before, json.valueToTree(content), client.fieldSources(), item.source());
        return client.setBySource(content, writer.accountIds(draft, client, content, patch), sources);
    }

    private static String stated(String source) {
        return "Stated by " + source;
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
