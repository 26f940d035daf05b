package dev.cutoff.timeline.vendornotice;

import dev.cutoff.commons.audit.AuditTrail;
import dev.cutoff.commons.change.ChangeLog;
import dev.cutoff.commons.change.ChangeSource;
import dev.cutoff.commons.page.Page;
import dev.cutoff.commons.page.Paging;
import dev.cutoff.commons.problem.Refusal;
import dev.cutoff.commons.security.Callers;
import dev.cutoff.timeline.programme.Catalogue;
import dev.cutoff.timeline.rule.Protocol;
import dev.cutoff.timeline.rule.VendorNotice;
import dev.cutoff.timeline.rule.VendorNoticeKind;
import dev.cutoff.timeline.tenant.Tenants;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The vendor notices: told one by one, read, and believed. */
@Singleton
public class VendorNotices implements ChangeSource {

    /** @param isNew false if it was on file already */
    record Told(VendorNoticeView notice, boolean isNew) {}

    private static final String KIND = "vendor-notice";

    private final VendorNoticeStore store;
    private final VendorNoticePlanner planner;
    private final VendorNoticeDisputes disputes;
    private final Catalogue catalogue;
    private final Tenants tenants;
    private final ChangeLog changes;
    private final AuditTrail audit;
    private final Callers callers;

    VendorNotices(
            VendorNoticeStore store,
            VendorNoticePlanner planner,
            VendorNoticeDisputes disputes,
            Catalogue catalogue,
            Tenants tenants,
            ChangeLog changes,
            AuditTrail audit,
            Callers callers) {
        this.store = store;
        this.planner = planner;
        this.disputes = disputes;
        this.catalogue = catalogue;
        this.tenants = tenants;
        this.changes = changes;
        this.audit = audit;
        this.callers = callers;
    }

    /**
     * Files a notice; one that is on file already is answered as it is then.
     *
     * @throws Refusal 400 or 404
     */
    Told tell(UUID tenantId, NewVendorNotice body) {
        var edition = catalogue.current();
        planner.validate(edition, body, "");
        var tenant = tenants.require(tenantId);
        return QuarkusTransaction.joiningExisting().call(() -> {
            tenants.lock(List.of(tenantId));
            var known = byKey(store.ofTenants(List.of(tenantId)));
            var before = Map.copyOf(known);
            var notice = planner.plan(edition, tenant, body, "", known);
            save(before, List.of(notice));
            return new Told(view(notice), !before.containsKey(notice.key()));
        });
    }

    /** @throws Refusal 404 if there is no such tenant, or the caller may not see it */
    Page<VendorNoticeView> list(
            UUID tenant,
            @Nullable String programme,
            @Nullable Protocol protocol,
            @Nullable VendorNoticeKind kind,
            Paging paging) {
        catalogue.current().asked(programme);
        tenants.require(tenant);
        return store.list(
                tenant,
                programme,
                protocol,
                kind,
                paging,
                notices -> QuarkusTransaction.joiningExisting().call(() -> disputes.of(notices)).stream()
                        .map(Optional::of)
                        .toList());
    }

    /** @throws Refusal 404 if there is none, or the caller may not see it */
    @Transactional
    VendorNoticeView get(UUID tenantId, UUID id) {
        callers.scope().require(tenantId);
        return store.find(callers.scope().narrowedTo(tenantId), List.of(id)).stream()
                .findFirst()
                .map(this::view)
                .orElseThrow(() -> Refusal.notFound("Vendor notice", id));
    }

    private VendorNoticeView view(RecordedVendorNotice notice) {
        return disputes.of(List.of(notice)).getFirst();
    }

    /** What the vendor has said to these tenants, by tenant and programme. The caller has made sure that they may be seen. */
    public Map<UUID, Map<String, List<VendorNotice>>> facts(Collection<UUID> tenants) {
        return RecordedVendorNotice.facts(store.ofTenants(tenants));
    }

    Map<RecordedVendorNotice.Key, RecordedVendorNotice> onFile(Collection<UUID> tenants) {
        return byKey(store.ofTenants(tenants));
    }

    private static Map<RecordedVendorNotice.Key, RecordedVendorNotice> byKey(List<RecordedVendorNotice> notices) {
        return notices.stream()
                .collect(Collectors.toMap(
                        RecordedVendorNotice::key, Function.identity(), (one, other) -> one, HashMap::new));
    }

    void save(Map<RecordedVendorNotice.Key, RecordedVendorNotice> before, Collection<RecordedVendorNotice> after) {
        var changed = after.stream()
                .filter(notice -> notice != before.get(notice.key()))
                .toList();
        store.save(changed);
        changes.record(
                KIND,
                changed.stream()
                        .map(notice -> ChangeLog.Change.of(notice.tenantId(), notice.id(), notice.version()))
                        .toList());
        audit.record(changed.stream()
                .map(notice -> entry(before.get(notice.key()), notice))
                .toList());
    }

    private static AuditTrail.Entry entry(@Nullable RecordedVendorNotice before, RecordedVendorNotice after) {
        var action = before == null ? "created" : "updated";
        return new AuditTrail.Entry(after.tenantId(), action, KIND, after.id().toString(), before, after, null);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Map<String, VendorNoticeView> load(Collection<String> ids) {
        var notices =
                store.find(callers.scope(), ids.stream().map(UUID::fromString).toList());
        return disputes.of(notices).stream()
                .collect(Collectors.toMap(notice -> notice.id().toString(), Function.identity()));
    }
}
