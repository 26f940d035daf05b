package dev.cutoff.inventory.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cutoff.commons.audit.AuditTrail;
import dev.cutoff.commons.change.ChangeLog;
import dev.cutoff.commons.json.StrictJson;
import dev.cutoff.inventory.owner.Owners;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Opens clients to be changed, and writes what changed, with all that follows from it, in one go. */
@Singleton
class ClientWriter {

    private final StatedStore stated;
    private final ClientStore shown;
    private final Owners owners;
    private final Relinking relinking;
    private final ChangeLog changes;
    private final AuditTrail audit;

    ClientWriter(
            StatedStore stated,
            ClientStore shown,
            Owners owners,
            Relinking relinking,
            ChangeLog changes,
            AuditTrail audit) {
        this.stated = stated;
        this.shown = shown;
        this.owners = owners;
        this.relinking = relinking;
        this.changes = changes;
        this.audit = audit;
    }

    /** Opens the clients and accounts that the items of an upsert name. */
    ClientDraft openByKeys(UUID tenant, List<JsonNode> items) {
        var named = externalIds(items);
        var keys = stated.keys(tenant, named);
        var clients =
                stated.find(tenant, keys.stream().map(StatedStore.Key::clientId).toList());
        var ids = named.stream()
                .map(name -> ClientDraft.declaredId(tenant, name.source(), name.id()))
                .toList();
        return new ClientDraft(
                tenant, clients, keys, stated.accounts(tenant, addresses(items)), stated.tombstones(tenant, ids));
    }

    /** Opens clients whose accounts are known. */
    ClientDraft open(UUID tenant, List<UUID> ids) {
        return new ClientDraft(tenant, stated.find(tenant, ids), List.of(), Map.of(), Map.of());
    }

    /** Opens one client, and the accounts that its patch names. */
    ClientDraft open(UUID tenant, UUID id, JsonNode patch) {
        var accounts = stated.accounts(tenant, addresses(List.of(patch)));
        return new ClientDraft(tenant, stated.find(tenant, List.of(id)), List.of(), accounts, Map.of());
    }

    /** The accounts that a client has after a patch: what does not name them does not change them, however they are called now. */
    List<UUID> accountIds(ClientDraft draft, StoredClient client, ClientContent content, ObjectNode patch) {
        return patch.has("accounts") ? draft.accountIds(content.accounts()) : client.accountIds();
    }

    private static Set<ExternalId> externalIds(List<JsonNode> items) {
        var ids = new LinkedHashSet<ExternalId>();
        for (var item : items) {
            var source = ClientItem.text(item, "source");
            var id = ClientItem.text(item, "externalId");
            if (source != null && id != null) {
                ids.add(new ExternalId(source, id));
            }
        }
        return ids;
    }

    private static List<String> addresses(List<JsonNode> items) {
        return items.stream()
                .flatMap(item -> Stream.concat(
                        Stream.of(item.path("account")),
                        StreamSupport.stream(item.path("accounts").spliterator(), false)))
                .filter(JsonNode::isTextual)
                .map(address -> address.asText().strip().toLowerCase(Locale.ROOT))
                .filter(StrictJson::isAskable)
                .distinct()
                .toList();
    }

    void write(ClientDraft draft, @Nullable String reason) {
        write(draft, reason, () -> {});
    }

    /** @param first what must happen before the clients are written, and after they were seen as they were */
    void write(ClientDraft draft, @Nullable String reason, Runnable first) {
        var changed = draft.changed();
        if (changed.isEmpty()) {
            return;
        }
        var tenant = draft.tenant();
        var ids = changed.stream().map(StoredClient::id).toList();
        var before = byId(tenant, ids);
        first.run();
        stated.addAccounts(tenant, draft.newAccounts());
        stated.save(changed, owners.require(tenant, draft.ownEmails()));
        stated.addKeys(tenant, draft.newKeys());
        relinking.relink(tenant, draft.touchedAccounts(), draft.bumped(), reason);
        tell(draft, before, byId(tenant, draft.bumped()), reason);
    }

    private Map<UUID, Client> byId(UUID tenant, Collection<UUID> ids) {
        return shown.find(Clients.only(tenant), ids).stream()
                .collect(Collectors.toMap(Client::id, Function.identity()));
    }

    private void tell(ClientDraft draft, Map<UUID, Client> before, Map<UUID, Client> after, @Nullable String reason) {
        changes.record(
                Clients.KIND,
                after.values().stream()
                        .map(client -> ChangeLog.Change.of(client.tenantId(), client.id(), client.version()))
                        .toList());
        audit.record(after.values().stream()
                .map(client -> new AuditTrail.Entry(
                        client.tenantId(),
                        draft.isNew(client.id()) ? "created" : "updated",
                        Clients.KIND,
                        client.id().toString(),
                        before.get(client.id()),
                        client,
                        reason))
                .toList());
    }
}
