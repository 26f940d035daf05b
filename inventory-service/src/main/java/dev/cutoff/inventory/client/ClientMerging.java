package dev.cutoff.inventory.client;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cutoff.commons.audit.AuditTrail;
import dev.cutoff.commons.change.ChangeLog;
import dev.cutoff.commons.json.StrictJson;
import dev.cutoff.commons.precondition.Versioned;
import dev.cutoff.commons.problem.ProblemType;
import dev.cutoff.commons.problem.Refusal;
import dev.cutoff.inventory.tenant.TenantLock;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import jakarta.validation.Validator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes two clients that are found to be one, one; and removes one that is none. */
@Singleton
class ClientMerging {

    private static final ProblemType OTHER_TENANT =
            new ProblemType("other-tenant", 422, "Clients of different tenants cannot be one");
    private static final ProblemType STILL_SEEN =
            new ProblemType("still-seen", 409, "Evidence shows that the client is there");

    private final Clients clients;
    private final ClientWriter writer;
    private final AliasStore aliases;
    private final Relinking relinking;
    private final TenantLock lock;
    private final ChangeLog changes;
    private final AuditTrail audit;
    private final ObjectMapper json;
    private final Validator validator;

    ClientMerging(
            Clients clients,
            ClientWriter writer,
            AliasStore aliases,
            Relinking relinking,
            TenantLock lock,
            ChangeLog changes,
            AuditTrail audit,
            ObjectMapper json,
            Validator validator) {
        this.clients = clients;
        this.writer = writer;
        this.aliases = aliases;
        this.relinking = relinking;
        this.lock = lock;
        this.changes = changes;
        this.audit = audit;
        this.json = json;
        this.validator = validator;
    }

    /**
     * Makes one client out of two.
     *
     * @param id of the one that stays
     * @param from the one that is the same: it gets a tombstone, and its id answers where it has gone
     * @param ifMatch the {@code If-Match} header; null for any version
     * @return the one; also if they were made one before
     * @throws Refusal 400 if both ids are the same, 404, 412, or 422 if they are of different tenants
     */
    @Transactional
    Client merge(UUID id, UUID from, @Nullable String ifMatch, @Nullable String reason) {
        if (id.equals(from)) {
            throw Refusal.invalidField("/from", "must be another client");
        }
        var tenant = clients.get(id).tenantId();
        if (clients.movedTo(from).filter(id::equals).isPresent()) {
            return clients.get(id);
        }
        requireThere(from);
        lock.take(Set.of(tenant));
        var stays = clients.get(id);
        var goes = requireThere(from);
        if (ifMatch != null) {
            Versioned.require(ifMatch, stays.version());
        }
        if (!goes.tenantId().equals(tenant)) {
            throw new Refusal(OTHER_TENANT, "Merge clients of one tenant");
        }
        var draft = writer.open(tenant, List.of(id, from));
        var before = draft.client(id);
        var other = draft.client(from);
        var isDeclaredNow = before.isDiscovered() && !other.isDiscovered();
        draft.merge(other, united(before, other));
        writer.write(draft, reason, () -> {
            if (isDeclaredNow) {
                aliases.declare(tenant, id);
            }
            aliases.point(tenant, from, id);
            aliases.remove(tenant, from);
            tellGone(goes, "merged", reason);
        });
        return clients.get(id);
    }

    private Client requireThere(UUID from) {
        if (clients.movedTo(from).isPresent()) {
            throw Refusal.notFound("Client", from);
        }
        return clients.get(from);
    }

    private StoredClient united(StoredClient stays, StoredClient goes) {
        var union = ClientUnion.of(json, stays, goes);
        var content = StrictJson.read(json, validator, union.content(), ClientContent.class, "");
        var accounts = new LinkedHashSet<>(stays.accountIds());
        accounts.addAll(goes.accountIds());
        return new StoredClient(
                stays.id(),
                stays.tenantId(),
                stays.version() + 1,
                content,
                List.copyOf(accounts),
                List.copyOf(union.personFields()),
                union.fieldSources(),
                true,
                stays.isDiscovered() && goes.isDiscovered());
    }

    /**
     * Removes a client. A source that names it again declares it anew.
     *
     * @throws Refusal 404, 428, 412, or 409 if evidence would discover it again at once
     */
    @Transactional
    void delete(UUID id, @Nullable String ifMatch, @Nullable String reason) {
        var tenant = clients.get(id).tenantId();
        lock.take(Set.of(tenant));
        var gone = clients.get(id);
        Versioned.require(ifMatch, gone.version());
        var stored = writer.open(tenant, List.of(id)).client(id);
        if (stored.isDiscovered() && aliases.isUsed(tenant, id)) {
            throw new Refusal(STILL_SEEN, "It would be discovered again; set its status to retired instead");
        }
        aliases.remove(tenant, id);
        tellGone(gone, "deleted", reason);
        relinking.relink(tenant, stored.accountIds(), List.of(), reason);
    }

    private void tellGone(Client gone, String action, @Nullable String reason) {
        changes.record(Clients.KIND, ChangeLog.Change.deleted(gone.tenantId(), gone.id(), gone.version() + 1));
        audit.record(List.of(new AuditTrail.Entry(
                gone.tenantId(), action, Clients.KIND, gone.id().toString(), gone, null, reason)));
    }
}
