package dev.cutoff.notification.affected;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is read of a tenant before it is planned: put aside page by page, each in a transaction of its own, so that no HTTP is inside one and
 * memory stays flat. The token is that of the planner's lease: one that was overtaken fills a place that nobody reads.
 */
@Singleton
public class Staging {

    /**
     * A client as it was read.
     *
     * @param accountPerson lower-cased mail address of the person behind its account, where nobody answers for it; null if that is nobody
     * @param resolved whether it no longer needs telling
     * @param ownerEmail in lower case; null if nobody answers for it
     */
    public record StagedClient(
            UUID clientId,
            String kind,
            @Nullable String product,
            @Nullable String name,
            @Nullable String account,
            @Nullable String accountPerson,
            boolean shared,
            boolean resolved,
            @Nullable String ownerName,
            @Nullable String ownerEmail,
            @Nullable String ownerLocale,
            List<String> tags) {}

    /**
     * A client behind a usage.
     *
     * @param qualifier empty if none is known
     * @param account empty if none is known
     * @param lastSeen last success; null if evidence has none
     */
    public record StagedUse(
            UUID clientId,
            String protocol,
            String authMethod,
            String qualifier,
            String account,
            @Nullable Instant lastSeen) {}

    private static final UUID FIRST = new UUID(0, 0);

    private final StagingStore store;

    Staging(StagingStore store) {
        this.store = store;
    }

    /** Begins anew. */
    public void begin(UUID tenant) {
        QuarkusTransaction.requiringNew().run(() -> store.clear(tenant));
    }

    public void addClients(UUID tenant, UUID token, List<StagedClient> clients) {
        QuarkusTransaction.requiringNew().run(() -> store.addClients(tenant, token, clients));
    }

    public void addUses(UUID tenant, UUID token, List<StagedUse> uses) {
        QuarkusTransaction.requiringNew().run(() -> store.addUses(tenant, token, uses));
    }

    public void addOwners(UUID tenant, UUID token, List<Owner> owners) {
        QuarkusTransaction.requiringNew().run(() -> store.addOwners(tenant, token, owners));
    }

    /**
     * Some of the clients, in the order of their ids; part of the transaction that is open.
     *
     * @param after the last that was seen; null for the first
     */
    public List<Sighted> clients(UUID tenant, UUID token, @Nullable UUID after, int most) {
        return store.clients(tenant, token, after == null ? FIRST : after, most);
    }

    /** Puts the owners that were read in the place of those before; part of the transaction that is open. */
    public void replaceOwners(UUID tenant, UUID token) {
        store.replaceOwners(tenant, token);
    }

    /** Ends it: what was kept of clients that were not read again goes, and what was put aside; part of the transaction that is open. */
    public void finish(UUID tenant, UUID token) {
        store.dropUnread(tenant, token);
        store.clear(tenant);
    }
}
