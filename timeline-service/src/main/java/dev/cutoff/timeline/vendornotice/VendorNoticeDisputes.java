package dev.cutoff.timeline.vendornotice;

import dev.cutoff.timeline.programme.Catalogue;
import dev.cutoff.timeline.programme.Edition;
import dev.cutoff.timeline.rule.Exemption;
import dev.cutoff.timeline.rule.Facts;
import dev.cutoff.timeline.rule.Prospect;
import dev.cutoff.timeline.rule.TenantAttributes;
import dev.cutoff.timeline.rule.VendorNotice;
import dev.cutoff.timeline.tenant.Tenant;
import dev.cutoff.timeline.tenant.Tenants;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Says of notices what they contradict, however many, with one query each for their tenants, notices and exemptions. */
@Singleton
class VendorNoticeDisputes {

    private static final TenantAttributes UNKNOWN = new TenantAttributes(null, null);

    /** What is on file of the tenants of a page. */
    private record OnFile(
            Edition edition,
            Map<UUID, Tenant> tenants,
            Map<UUID, Map<String, List<VendorNotice>>> notices,
            Map<UUID, Map<String, List<Exemption>>> exemptions,
            LocalDate today) {

        VendorNoticeView view(RecordedVendorNotice notice) {
            var tenant = tenants.get(notice.tenantId());
            var prospect = Prospect.of(
                    edition.named(notice.programme(), ""),
                    tenant == null ? UNKNOWN : tenant.attributes(),
                    new Facts(of(notices, notice), of(exemptions, notice)),
                    today);
            return VendorNoticeView.of(notice, prospect.disputes(notice.fact()));
        }

        private static <T> List<T> of(Map<UUID, Map<String, List<T>>> facts, RecordedVendorNotice notice) {
            return facts.getOrDefault(notice.tenantId(), Map.of()).getOrDefault(notice.programme(), List.of());
        }
    }

    private final VendorNoticeStore store;
    private final ObtainedExemptions exemptions;
    private final Catalogue catalogue;
    private final Tenants tenants;
    private final Clock clock;

    VendorNoticeDisputes(
            VendorNoticeStore store, ObtainedExemptions exemptions, Catalogue catalogue, Tenants tenants, Clock clock) {
        this.store = store;
        this.exemptions = exemptions;
        this.catalogue = catalogue;
        this.tenants = tenants;
        this.clock = clock;
    }

    /** Call it in a transaction, for notices that may be seen. */
    List<VendorNoticeView> of(Collection<RecordedVendorNotice> some) {
        if (some.isEmpty()) {
            return List.of();
        }
        var ids = some.stream().map(RecordedVendorNotice::tenantId).collect(Collectors.toSet());
        var onFile = new OnFile(
                catalogue.current(),
                tenants.onFile(ids),
                RecordedVendorNotice.facts(store.ofTenants(ids)),
                exemptions.ofTenants(ids),
                LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
        return some.stream().map(onFile::view).toList();
    }
}
