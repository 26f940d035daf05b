package dev.cutoff.inventory.owner;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cutoff.commons.audit.History;
import dev.cutoff.commons.audit.HistoryEntry;
import dev.cutoff.commons.bulk.Bulk;
import dev.cutoff.commons.bulk.Outcome;
import dev.cutoff.commons.change.ChangeSource;
import dev.cutoff.commons.json.StrictJson;
import dev.cutoff.commons.page.Page;
import dev.cutoff.commons.page.Paging;
import dev.cutoff.commons.page.View;
import dev.cutoff.commons.precondition.Versioned;
import dev.cutoff.commons.problem.ProblemType;
import dev.cutoff.commons.problem.Refusal;
import dev.cutoff.commons.security.Callers;
import dev.cutoff.commons.security.TenantScope;
import dev.cutoff.inventory.tenant.TenantLock;
import dev.cutoff.inventory.tenant.Tenants;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The owners: read, upserted by their address, changed one at a time. */
@Singleton
public class Owners implements ChangeSource {

    static final String KIND = "owner";

    private static final ProblemType ADDRESS_TAKEN =
            new ProblemType("address-taken", 409, "Another owner of the tenant has this address");

    private static final ProblemType STILL_NAMED =
            new ProblemType("still-named", 409, "Clients or rules name the owner");

    private final OwnerStore store;
    private final OwnerBook books;
    private final Tenants tenants;
    private final TenantLock lock;
    private final Callers callers;
    private final History history;
    private final OwnerPatch patching;

    Owners(
            OwnerStore store,
            OwnerBook books,
            Tenants tenants,
            TenantLock lock,
            Callers callers,
            History history,
            OwnerPatch patching) {
        this.store = store;
        this.books = books;
        this.tenants = tenants;
        this.lock = lock;
        this.callers = callers;
        this.history = history;
        this.patching = patching;
    }

    /**
     * @throws Refusal 404 if there is none, or the caller may not see it
     */
    @Transactional
    public Owner get(UUID id) {
        return store.find(callers.scope(), List.of(id)).stream()
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("Owner", id));
    }

    Page<Owner> list(OwnerFilter filter, View view, Paging paging) {
        return store.list(tenants.scope(filter.tenant()), filter, view, paging);
    }

    /**
     * Creates or changes owners by tenant and address.
     *
     * @param dryRun answers what would become of each item, and does nothing
     * @param reason why, for the trail
     */
    @Transactional
    public Bulk.Answer upsert(List<JsonNode> items, Bulk.Mode mode, boolean dryRun, @Nullable String reason) {
        var known = tenantsOf(items);
        lock.take(known);
        var open = known.stream()
                .collect(Collectors.toMap(Function.identity(), tenant -> books.open(tenant, emails(items))));
        var plan = Bulk.plan(items, (index, item, pointer) -> plan(open, index, item, pointer));
        if (plan.isRefused(mode)) {
            return plan.notApplied();
        }
        if (!dryRun) {
            open.values().forEach(page -> books.close(page, reason));
        }
        return plan;
    }

    private Outcome plan(Map<UUID, OwnerBook.Page> open, int index, JsonNode item, String pointer) {
        var tenant = TenantItems.tenantOf(item)
                .orElseThrow(() -> Refusal.invalidField(
                        pointer + "/tenantId", "must be a GUID such as 8bb6f14a-714e-4fdc-89f6-05418818a00b"));
        var page = Optional.ofNullable(open.get(tenant)).orElseThrow(() -> TenantScope.unknownTenant(tenant));
        var patch = ((ObjectNode) item).deepCopy().without("tenantId");
        var email = emailOf(item).orElse("");
        var before = page.find(email);
        var after = page.put(email, patching.apply(before.orElse(null), patch, pointer));
        var kind = before.isEmpty()
                ? Outcome.Kind.CREATED
                : before.get() == after ? Outcome.Kind.UNCHANGED : Outcome.Kind.UPDATED;
        return Outcome.of(index, kind, after.id());
    }

    /**
     * Creates one owner.
     *
     * @param body its tenant and its content
     * @throws Refusal 400, 404 if the tenant may not be seen, 409 if the address is another owner's
     */
    @Transactional
    Owner create(JsonNode body, @Nullable String reason) {
        if (!(body instanceof ObjectNode object)) {
            throw Refusal.invalidField("", "must be an object");
        }
        var named = TenantItems.tenantOf(body)
                .orElseThrow(() -> Refusal.invalidField(
                        "/tenantId", "must be a GUID such as 8bb6f14a-714e-4fdc-89f6-05418818a00b"));
        var content = patching.apply(null, object.deepCopy().without("tenantId"), "");
        var tenant = tenants.get(named).id();
        lock.take(Set.of(tenant));
        var page = books.open(tenant, List.of(content.email()));
        page.find(content.email()).ifPresent(known -> {
            throw new Refusal(ADDRESS_TAKEN, "Change the owner that there is, or send it as an upsert")
                    .with("id", known.id());
        });
        var created = page.put(content.email(), content);
        books.close(page, reason);
        return created;
    }

    /**
     * Removes an owner, of somebody who has left.
     *
     * @throws Refusal 404, 428, 412, or 409 as long as a client or a rule names it
     */
    @Transactional
    void delete(UUID id, @Nullable String ifMatch, @Nullable String reason) {
        var tenant = get(id).tenantId();
        lock.take(Set.of(tenant));
        var known = get(id);
        Versioned.require(ifMatch, known.version());
        if (store.isNamed(tenant, id)) {
            throw new Refusal(
                    STILL_NAMED,
                    "Give those clients and rules another owner first: /v1/clients?owner=" + id
                            + " and /v1/owner-rules?owner=" + id);
        }
        books.remove(known, reason);
    }

    /**
     * Changes one owner by a JSON merge patch.
     *
     * @param ifMatch the {@code If-Match} header
     * @throws Refusal 400, 404, 428, 412 or 409 if the new address is another owner's
     */
    @Transactional
    public Owner patch(UUID id, @Nullable String ifMatch, JsonNode patch, @Nullable String reason) {
        patching.require(patch);
        var tenant = get(id).tenantId();
        lock.take(Set.of(tenant));
        var known = get(id);
        Versioned.require(ifMatch, known.version());
        var content = patching.apply(known, patch, "");
        var page = books.open(tenant, List.of(known.email(), content.email()));
        if (page.find(content.email()).filter(other -> !other.id().equals(id)).isPresent()) {
            throw new Refusal(ADDRESS_TAKEN, "Owners of one tenant have different addresses");
        }
        var changed = page.put(known.email(), content);
        books.close(page, reason);
        return changed;
    }

    /**
     * The owners with these addresses; those that there are not yet are made, with nothing but the address known.
     *
     * @return by address in lower case
     */
    public Map<String, UUID> require(UUID tenant, Collection<String> emails) {
        var page = books.open(tenant, emails);
        for (var email : emails) {
            if (page.find(email).isEmpty()) {
                page.put(email, OwnerContent.at(email));
            }
        }
        books.close(page, null);
        return emails.stream()
                .collect(Collectors.toMap(
                        Function.identity(),
                        email -> page.find(email).orElseThrow().id()));
    }

    private Set<UUID> tenantsOf(List<JsonNode> items) {
        return tenants.visible(TenantItems.tenantsOf(items));
    }

    private static Set<String> emails(List<JsonNode> items) {
        return items.stream().flatMap(item -> emailOf(item).stream()).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Optional<String> emailOf(JsonNode item) {
        return item.path("email").isTextual()
                        && StrictJson.isAskable(item.path("email").asText())
                ? Optional.of(item.path("email").asText().strip().toLowerCase(Locale.ROOT))
                : Optional.empty();
    }

    /**
     * @throws Refusal 404 if there is none, or the caller may not see it
     */
    @Transactional
    Page<HistoryEntry> history(UUID id, Paging paging) {
        return history.of(KIND, get(id).id(), paging);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Map<String, Owner> load(Collection<String> ids) {
        return store.find(callers.scope(), ids.stream().map(UUID::fromString).toList()).stream()
                .collect(Collectors.toMap(owner -> owner.id().toString(), Function.identity()));
    }
}
