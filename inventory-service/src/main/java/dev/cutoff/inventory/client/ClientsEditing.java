package dev.cutoff.inventory.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cutoff.commons.bulk.Bulk;
import dev.cutoff.commons.bulk.Outcome;
import dev.cutoff.commons.json.StrictJson;
import dev.cutoff.commons.problem.Refusal;
import dev.cutoff.inventory.tenant.TenantLock;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The same change by a person to many clients. */
@Singleton
class ClientsEditing {

    private static final String ID = "id";
    private static final String FIELDS = "fields";

    private final Clients clients;
    private final ClientEditing editing;
    private final ClientWriter writer;
    private final TenantLock lock;

    ClientsEditing(Clients clients, ClientEditing editing, ClientWriter writer, TenantLock lock) {
        this.clients = clients;
        this.editing = editing;
        this.writer = writer;
        this.lock = lock;
    }

    /**
     * Changes clients by their ids.
     *
     * @param required field that each item must have
     * @param allowed fields that an item may have beside its id
     * @param dryRun answers what would become of each item, and does nothing
     */
    @Transactional
    Bulk.Answer patch(
            List<JsonNode> items,
            String required,
            Set<String> allowed,
            Bulk.Mode mode,
            boolean dryRun,
            @Nullable String reason) {
        return each(items, mode, dryRun, reason, item -> {
            requireFields(item, required, allowed);
            return editing.edit(item.draft(), item.client(), item.change(), item.pointer(), reason);
        });
    }

    /**
     * Lets sources and evidence set again what people have set.
     *
     * @param dryRun answers what would become of each item, and does nothing
     */
    @Transactional
    Bulk.Answer handBack(List<JsonNode> items, Bulk.Mode mode, boolean dryRun, @Nullable String reason) {
        return each(items, mode, dryRun, reason, item -> {
            requireFields(item, FIELDS, Set.of(FIELDS));
            var known = item.draft().client(item.client().id());
            var after = known.handedBack(fields(item));
            item.draft().put(after);
            return after != known;
        });
    }

    private static List<String> fields(Item item) {
        var pointer = item.pointer() + "/" + FIELDS;
        if (!(item.change().path(FIELDS) instanceof ArrayNode names) || names.isEmpty()) {
            throw Refusal.invalidField(pointer, "must name one field or more");
        }
        var fields = new ArrayList<String>();
        for (var name : names) {
            if (!name.isTextual() || !ClientPatch.FIELDS.contains(name.asText())) {
                throw Refusal.invalidField(
                        pointer + "/" + fields.size(), "must be one of " + String.join(", ", ClientPatch.FIELDS));
            }
            fields.add(name.asText());
        }
        return fields;
    }

    /**
     * One item, and the client that it is of.
     *
     * @param change the item without its id
     */
    private record Item(ClientDraft draft, Client client, ObjectNode change, String pointer) {}

    /** @param change says whether anything is different */
    private Bulk.Answer each(
            List<JsonNode> items, Bulk.Mode mode, boolean dryRun, @Nullable String reason, Predicate<Item> change) {
        var ids = items.stream().flatMap(item -> idOf(item).stream()).collect(Collectors.toSet());
        var tenants = clients.find(ids).stream().map(Client::tenantId).collect(Collectors.toSet());
        lock.take(tenants);
        var shown = clients.find(ids).stream().collect(Collectors.toMap(Client::id, Function.identity()));
        var drafts = open(shown);
        var plan = Bulk.plan(items, (index, item, pointer) -> {
            var id = idOf(item)
                    .orElseThrow(() -> Refusal.invalidField(
                            pointer + "/id", "must be a GUID such as 8bb6f14a-714e-4fdc-89f6-05418818a00b"));
            var client = Optional.ofNullable(shown.get(id)).orElseThrow(() -> Refusal.notFound("Client", id));
            var isChanged = change.test(new Item(
                    drafts.get(client.tenantId()),
                    client,
                    ((ObjectNode) item).deepCopy().without(ID),
                    pointer));
            return Outcome.of(index, isChanged ? Outcome.Kind.UPDATED : Outcome.Kind.UNCHANGED, id);
        });
        if (plan.isRefused(mode)) {
            return plan.notApplied();
        }
        if (!dryRun) {
            drafts.values().forEach(draft -> writer.write(draft, reason));
        }
        return plan;
    }

    private Map<UUID, ClientDraft> open(Map<UUID, Client> shown) {
        var drafts = new HashMap<UUID, ClientDraft>();
        shown.values().stream()
                .collect(Collectors.groupingBy(Client::tenantId, Collectors.mapping(Client::id, Collectors.toList())))
                .forEach((tenant, ids) -> drafts.put(tenant, writer.open(tenant, ids)));
        return drafts;
    }

    private static void requireFields(Item item, String required, Set<String> allowed) {
        item.change().fieldNames().forEachRemaining(field -> {
            if (!allowed.contains(field)) {
                throw Refusal.invalidField(
                        item.pointer() + "/" + field,
                        "is not a field here; known are id, " + String.join(", ", allowed));
            }
        });
        if (!item.change().has(required)) {
            throw Refusal.invalidField(item.pointer() + "/" + required, "must be given");
        }
    }

    private static Optional<UUID> idOf(JsonNode item) {
        try {
            return item.path(ID).isTextual()
                    ? Optional.of(StrictJson.parseUuid(item.path(ID).asText()))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
