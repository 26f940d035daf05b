package dev.cutoff.timeline.exemption;

import dev.cutoff.commons.audit.AuditTrail;
import dev.cutoff.commons.change.ChangeLog;
import dev.cutoff.commons.change.ChangeSource;
import dev.cutoff.commons.page.Page;
import dev.cutoff.commons.page.Paging;
import dev.cutoff.commons.precondition.Versioned;
import dev.cutoff.commons.problem.Refusal;
import dev.cutoff.commons.security.Callers;
import dev.cutoff.timeline.programme.Catalogue;
import dev.cutoff.timeline.tenant.Tenants;
import dev.cutoff.timeline.vendornotice.VendorNotices;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The exemptions: told, read, confirmed, taken back. */
@Singleton
public class Exemptions implements ChangeSource {

    static final String KIND = "exemption";

    private final ExemptionStore store;
    private final ExemptionPlanner planner;
    private final ExemptionStandings standings;
    private final VendorNotices notices;
    private final Catalogue catalogue;
    private final Tenants tenants;
    private final ChangeLog changes;
    private final AuditTrail audit;
    private final Callers callers;

    Exemptions(
            ExemptionStore store,
            ExemptionPlanner planner,
            ExemptionStandings standings,
            VendorNotices notices,
            Catalogue catalogue,
            Tenants tenants,
            ChangeLog changes,
            AuditTrail audit,
            Callers callers) {
        this.store = store;
        this.planner = planner;
        this.standings = standings;
        this.notices = notices;
        this.catalogue = catalogue;
        this.tenants = tenants;
        this.changes = changes;
        this.audit = audit;
        this.callers = callers;
    }

    /**
     * Records exemptions of one tenant, one for each protocol. One writer at a time for each tenant: two that ask for the one re-enable
     * that is left must not both find it unused.
     *
     * @throws Refusal 400, 404, or 409 if the rules of the day on which it was asked for deny any of them
     */
    List<ExemptionView> tell(UUID tenantId, NewExemption told) {
        planner.validate(catalogue.current(), told, "");
        var tenant = tenants.require(tenantId);
        return QuarkusTransaction.joiningExisting().call(() -> {
            var draft = draft(List.of(tenantId));
            var entries = planner.entries(draft, tenant, told, true);
            entries.forEach(draft::put);
            save(draft);
            return standings.of(entries);
        });
    }

    /** Opens the ledger of some tenants for writing, until the transaction ends. */
    LedgerDraft draft(Collection<UUID> ids) {
        tenants.lock(ids);
        return new LedgerDraft(catalogue.current(), notices.facts(ids), store.ofTenants(ids));
    }

    void save(LedgerDraft draft) {
        var changed = draft.changed();
        store.save(changed);
        changes.record(
                KIND,
                changed.stream()
                        .map(entry -> ChangeLog.Change.of(entry.tenantId(), entry.id(), entry.version()))
                        .toList());
        audit.record(changed.stream()
                .map(entry -> {
                    var before = draft.before(entry).orElse(null);
                    return entry(before == null ? "created" : "updated", before, entry, entry.reason());
                })
                .toList());
    }

    Page<ExemptionView> list(ExemptionFilter filter, Paging paging) {
        catalogue.current().asked(filter.programme());
        var scope = callers.scope().narrowedTo(filter.tenant());
        if (filter.tenant() != null) {
            tenants.require(filter.tenant());
        }
        return store.list(
                scope,
                filter,
                paging,
                entries -> QuarkusTransaction.joiningExisting().call(() -> standings.of(entries)).stream()
                        .map(exemption -> Optional.of(exemption).filter(filter::admits))
                        .toList());
    }

    /** @throws Refusal 404 if there is none, or the caller may not see it */
    @Transactional
    ExemptionView get(UUID id) {
        return standings.of(List.of(find(id))).getFirst();
    }

    private LedgerEntry find(UUID id) {
        return store.find(callers.scope(), List.of(id)).stream()
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("Exemption", id));
    }

    /**
     * Changes one exemption.
     *
     * @param ifMatch the {@code If-Match} header
     * @param action as the audit trail calls it
     * @throws Refusal 404, 428 or 412, in this order, and whatever the change itself refuses
     */
    @Transactional
    ExemptionView change(
            UUID id,
            @Nullable String ifMatch,
            String action,
            @Nullable String reason,
            UnaryOperator<LedgerEntry> change) {
        tenants.lock(List.of(find(id).tenantId()));
        var before = find(id);
        Versioned.require(ifMatch, before.version());
        var after = change.apply(before);
        store.save(List.of(after));
        changes.record(KIND, ChangeLog.Change.of(after.tenantId(), after.id(), after.version()));
        audit.record(List.of(entry(action, before, after, reason)));
        return standings.of(List.of(after)).getFirst();
    }

    private static AuditTrail.Entry entry(
            String action, @Nullable LedgerEntry before, LedgerEntry after, @Nullable String reason) {
        return new AuditTrail.Entry(after.tenantId(), action, KIND, after.id().toString(), before, after, reason);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Map<String, ExemptionView> load(Collection<String> ids) {
        var entries =
                store.find(callers.scope(), ids.stream().map(UUID::fromString).toList());
        return standings.of(entries).stream()
                .collect(Collectors.toMap(exemption -> exemption.id().toString(), exemption -> exemption));
    }
}
