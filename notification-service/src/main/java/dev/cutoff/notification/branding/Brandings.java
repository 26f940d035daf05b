package dev.cutoff.notification.branding;

import dev.cutoff.commons.audit.AuditTrail;
import dev.cutoff.commons.audit.History;
import dev.cutoff.commons.audit.HistoryEntry;
import dev.cutoff.commons.change.ChangeLog;
import dev.cutoff.commons.change.ChangeSource;
import dev.cutoff.commons.page.Page;
import dev.cutoff.commons.page.Paging;
import dev.cutoff.commons.precondition.Versioned;
import dev.cutoff.commons.problem.ProblemType;
import dev.cutoff.commons.problem.Refusal;
import dev.cutoff.commons.security.Callers;
import dev.cutoff.notification.tenant.Tenants;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How mail looks, tenant by tenant. */
@Singleton
public class Brandings implements ChangeSource {

    private static final String KIND = "branding";

    /**
     * What became of a PUT.
     *
     * @param isNew whether there was none before
     */
    record Put(Branding branding, boolean isNew) {}

    private final BrandingStore store;
    private final Tenants tenants;
    private final ChangeLog changes;
    private final AuditTrail audit;
    private final History history;
    private final Callers callers;

    Brandings(
            BrandingStore store,
            Tenants tenants,
            ChangeLog changes,
            AuditTrail audit,
            History history,
            Callers callers) {
        this.store = store;
        this.tenants = tenants;
        this.changes = changes;
        this.audit = audit;
        this.history = history;
        this.callers = callers;
    }

    /** @throws Refusal 404 if there is none, or the caller may not see the tenant */
    Branding get(UUID tenant) {
        tenants.require(tenant);
        return QuarkusTransaction.joiningExisting()
                .call(() -> find(tenant).orElseThrow(() -> Refusal.notFound("Branding of tenant", tenant)));
    }

    /** @throws Refusal 404 if the tenant is unknown or may not be seen */
    Page<Branding> list(@Nullable UUID tenant, Paging paging) {
        if (tenant != null) {
            tenants.require(tenant);
        }
        return store.list(callers.scope().narrowedTo(tenant), paging);
    }

    /** The trail of what it was; also of one that was removed. */
    Page<HistoryEntry> history(UUID tenant, Paging paging) {
        tenants.require(tenant);
        return history.of(KIND, tenant, paging);
    }

    /**
     * Sets it.
     *
     * @throws Refusal 400 if text cannot be read on the colour, 404 if the tenant is unknown or may not be seen, 428 without and 412 with a
     *     wrong {@code ifMatch} where there is one already, 412 with an {@code ifMatch} where there is none
     */
    Put put(UUID tenant, BrandingContent content, @Nullable String ifMatch, @Nullable String reason) {
        requireReadable(content.colour());
        tenants.require(tenant);
        return QuarkusTransaction.requiringNew().call(() -> {
            store.lock(tenant);
            var before = find(tenant).orElse(null);
            if (before == null && ifMatch != null) {
                throw new Refusal(
                        ProblemType.STALE_VERSION, "There is no branding yet; leave If-Match out to create it");
            }
            if (before != null) {
                Versioned.require(ifMatch, before.version());
            }
            if (before != null && before.content().equals(content)) {
                return new Put(before, false);
            }
            var after = new Branding(
                    tenant,
                    store.version(tenant) + 1,
                    content.name(),
                    content.colour(),
                    content.contact(),
                    content.footer());
            store.save(after);
            record(before, after, ChangeLog.Change.of(tenant, tenant, after.version()), reason);
            return new Put(after, before == null);
        });
    }

    private static void requireReadable(@Nullable String hex) {
        if (hex == null) {
            return;
        }
        var colour = new Colour(hex);
        if (!colour.isReadableUnderWhite()) {
            throw Refusal.invalidField("/colour", colour.complaint());
        }
    }

    /**
     * Removes it: mail is in the suite's own look again.
     *
     * @throws Refusal 404 if there is none or the tenant may not be seen, 428 without and 412 with a wrong {@code ifMatch}
     */
    void delete(UUID tenant, @Nullable String ifMatch, @Nullable String reason) {
        tenants.require(tenant);
        QuarkusTransaction.requiringNew().run(() -> {
            store.lock(tenant);
            var before = find(tenant).orElseThrow(() -> Refusal.notFound("Branding of tenant", tenant));
            Versioned.require(ifMatch, before.version());
            store.remove(tenant, before.version() + 1);
            record(before, null, ChangeLog.Change.deleted(tenant, tenant, before.version() + 1), reason);
        });
    }

    private void record(
            @Nullable Branding before, @Nullable Branding after, ChangeLog.Change change, @Nullable String reason) {
        var action = before == null ? "created" : after == null ? "deleted" : "updated";
        changes.record(KIND, change);
        audit.record(
                List.of(new AuditTrail.Entry(change.tenantId(), action, KIND, change.id(), before, after, reason)));
    }

    private Optional<Branding> find(UUID tenant) {
        return store.find(List.of(tenant)).stream().findFirst();
    }

    /** Those of the tenants that have one; part of the transaction that is open. */
    public Map<UUID, Branding> of(Collection<UUID> of) {
        return store.find(of).stream().collect(Collectors.toMap(Branding::tenantId, Function.identity()));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Map<String, Branding> load(Collection<String> ids) {
        return of(ids.stream().map(UUID::fromString).toList()).values().stream()
                .collect(Collectors.toMap(branding -> branding.tenantId().toString(), Function.identity()));
    }
}
