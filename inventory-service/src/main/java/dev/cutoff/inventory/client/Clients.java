package dev.cutoff.inventory.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cutoff.commons.audit.History;
import dev.cutoff.commons.audit.HistoryEntry;
import dev.cutoff.commons.bulk.Bulk;
import dev.cutoff.commons.change.ChangeSource;
import dev.cutoff.commons.page.Page;
import dev.cutoff.commons.page.Paging;
import dev.cutoff.commons.page.View;
import dev.cutoff.commons.problem.Refusal;
import dev.cutoff.commons.security.Callers;
import dev.cutoff.commons.security.TenantScope;
import dev.cutoff.inventory.tenant.TenantLock;
import dev.cutoff.inventory.tenant.Tenants;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The clients: read, and upserted by what their source calls them. */
@Singleton
public class Clients implements ChangeSource {

    static final String KIND = "client";

    private final ClientStore store;
    private final AliasStore aliases;
    private final ClientUpsert upserting;
    private final ClientWriter writer;
    private final Tenants tenants;
    private final TenantLock lock;
    private final Callers callers;
    private final History history;

    Clients(
            ClientStore store,
            AliasStore aliases,
            ClientUpsert upserting,
            ClientWriter writer,
            Tenants tenants,
            TenantLock lock,
            Callers callers,
            History history) {
        this.store = store;
        this.aliases = aliases;
        this.upserting = upserting;
        this.writer = writer;
        this.tenants = tenants;
        this.lock = lock;
        this.callers = callers;
        this.history = history;
    }

    /**
     * @throws Refusal 404 if there is none, or the caller may not see it
     * @throws ClientMoved if it was found to be another client
     */
    @Transactional
    public Client get(UUID id) {
        var found = store.find(callers.scope(), List.of(id));
        if (!found.isEmpty()) {
            return found.getFirst();
        }
        throw movedTo(id)
                .<RuntimeException>map(into -> new ClientMoved(id, into))
                .orElseGet(() -> Refusal.notFound("Client", id));
    }

    /**
     * @throws Refusal 404 if the source has no client of this name, or the caller may not see it
     */
    @Transactional
    Client get(UUID tenant, String source, String externalId) {
        return store.find(tenants.get(tenant).id(), source, externalId)
                .map(this::get)
                .orElseThrow(() -> Refusal.notFound("Client", source + "/" + externalId));
    }

    /** The client that this id is an old one of. */
    @Transactional
    Optional<UUID> movedTo(UUID id) {
        return aliases.find(callers.scope(), id);
    }

    /** Those of the clients that there are and that the caller may see. */
    @Transactional
    List<Client> find(Collection<UUID> ids) {
        return store.find(callers.scope(), ids);
    }

    /**
     * The trail of a client, also of one that is gone. It begins with the evidence that discovered it, if that is how it began: all clients
     * of one import share that entry.
     *
     * @throws Refusal 404 if there never was one, or the caller may not see it
     */
    @Transactional
    Page<HistoryEntry> history(UUID id, Paging paging) {
        var shared = store.discoveredIn(callers.scope(), id).stream();
        var page = history.of(
                KIND, Stream.concat(Stream.of(id), shared).map(UUID::toString).collect(Collectors.toSet()), paging);
        if (page.items().isEmpty()) {
            get(id);
        }
        return page;
    }

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

    /** What a PUT by external id came to. */
    record Put(Client client, boolean isNew) {}

    /**
     * Makes a client what its source says it is: what the source has set before and now leaves out is cleared.
     *
     * @param content what the source says of it
     * @param isExpected says no to the version that there is, 0 if there is none
     * @throws Refusal 400 or 404, and what {@code isExpected} throws
     */
    @Transactional
    Put put(
            UUID tenant,
            String source,
            String externalId,
            ObjectNode content,
            @Nullable String reason,
            LongConsumer isExpected) {
        var item = ClientItem.of(tenant, source, externalId, content);
        upserting.require(item);
        lock.take(Set.of(tenants.get(tenant).id()));
        var planned = upserting.put(tenant, item);
        var known = planned.before();
        isExpected.accept(known == null ? 0 : known.version());
        writer.write(planned.draft(), reason);
        return new Put(get(planned.id()), known == null);
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
