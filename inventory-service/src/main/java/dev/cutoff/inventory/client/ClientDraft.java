package dev.cutoff.inventory.client;

import dev.cutoff.inventory.identity.NamedId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Clients of one tenant while they are changed in memory. */
final class ClientDraft {

    private record Name(String source, String externalId) {}

    private final UUID tenant;
    private final Map<UUID, StoredClient> before;
    private final Map<UUID, StoredClient> clients;
    private final Map<Name, UUID> names = new HashMap<>();
    private final List<StatedStore.Key> newKeys = new ArrayList<>();
    private final Map<String, UUID> accounts;
    private final Map<String, UUID> newAccounts = new LinkedHashMap<>();
    private final Map<UUID, Long> tombstones;
    private final Set<UUID> gone = new HashSet<>();

    /**
     * @param clients as they are
     * @param keys external ids that are known
     * @param accounts accounts that are known, by address
     * @param tombstones versions of clients that are gone, by id
     */
    ClientDraft(
            UUID tenant,
            List<StoredClient> clients,
            List<StatedStore.Key> keys,
            Map<String, UUID> accounts,
            Map<UUID, Long> tombstones) {
        this.tombstones = tombstones;
        this.tenant = tenant;
        this.before = clients.stream().collect(Collectors.toMap(StoredClient::id, client -> client));
        this.clients = new LinkedHashMap<>(before);
        this.accounts = accounts;
        keys.forEach(key -> names.put(new Name(key.source(), key.externalId()), key.clientId()));
    }

    UUID tenant() {
        return tenant;
    }

    Optional<StoredClient> find(String source, String externalId) {
        return Optional.ofNullable(names.get(new Name(source, externalId))).map(clients::get);
    }

    StoredClient client(UUID id) {
        return clients.get(id);
    }

    void put(StoredClient client) {
        clients.put(client.id(), client);
    }

    /** Adds a client that a source declares; its id follows from what the source calls it. */
    StoredClient declare(String source, String externalId, ClientContent content, Map<String, String> sources) {
        var id = declaredId(tenant, source, externalId);
        var version = tombstones.getOrDefault(id, 0L) + 1;
        var client = new StoredClient(
                id, tenant, version, content, accountIds(content.accounts()), List.of(), sources, false, false);
        names.put(new Name(source, externalId), id);
        newKeys.add(new StatedStore.Key(source, externalId, id));
        put(client);
        return client;
    }

    /** Puts one client in the place of two. */
    void merge(StoredClient goes, StoredClient one) {
        clients.remove(goes.id());
        gone.addAll(goes.accountIds());
        put(one);
    }

    static UUID declaredId(UUID tenant, String source, String externalId) {
        return NamedId.of("declared", tenant, source, externalId);
    }

    /** The accounts at these addresses; one that nobody knows yet is made, with the id that follows from its address. */
    List<UUID> accountIds(List<String> addresses) {
        return addresses.stream().map(this::accountId).distinct().toList();
    }

    private UUID accountId(String address) {
        var known = accounts.get(address);
        return known != null
                ? known
                : newAccounts.computeIfAbsent(address, missing -> NamedId.of("account", tenant, missing));
    }

    List<StoredClient> changed() {
        return clients.values().stream()
                .filter(client -> !client.equals(before.get(client.id())))
                .toList();
    }

    /** Of those that changed, the ones that have another version; of what only the source is another now, that is not told. */
    List<UUID> bumped() {
        return changed().stream()
                .filter(client -> !before.containsKey(client.id())
                        || before.get(client.id()).version() != client.version())
                .map(StoredClient::id)
                .toList();
    }

    boolean isNew(UUID id) {
        return !before.containsKey(id);
    }

    List<StatedStore.Key> newKeys() {
        return newKeys;
    }

    /** Accounts that were named and that nobody knew, by address. */
    Map<String, UUID> newAccounts() {
        return newAccounts;
    }

    /** Addresses of owners that changed clients name. */
    Set<String> ownEmails() {
        return changed().stream()
                .flatMap(client -> Stream.ofNullable(client.content().ownerEmail()))
                .collect(Collectors.toSet());
    }

    /** Accounts that changed clients have now or had before. */
    Set<UUID> touchedAccounts() {
        var accounts = changed().stream()
                .flatMap(client -> Stream.concat(
                        client.accountIds().stream(),
                        Optional.ofNullable(before.get(client.id())).stream()
                                .flatMap(known -> known.accountIds().stream())))
                .collect(Collectors.toSet());
        accounts.addAll(gone);
        return accounts;
    }
}
