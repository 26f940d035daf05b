package dev.cutoff.timeline.vendornotice;

import dev.cutoff.commons.database.RecordMapper;
import dev.cutoff.commons.page.ListQuery;
import dev.cutoff.commons.page.Page;
import dev.cutoff.commons.page.Paging;
import dev.cutoff.commons.security.TenantScope;
import dev.cutoff.timeline.rule.Protocol;
import dev.cutoff.timeline.rule.VendorNoticeKind;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

@Singleton
class VendorNoticeStore {

    private static final String COLUMNS =
            "id, version, tenant_id, programme, protocols, named_protocols, kind, day, message, published_at, recorded_at, recorded_by";

    private final Jdbi jdbi;

    VendorNoticeStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    List<RecordedVendorNotice> ofTenants(Collection<UUID> tenants) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select " + COLUMNS + " from vendor_notice where tenant_id = any(:tenants)")
                .bind("tenants", tenants.toArray(UUID[]::new))
                .mapTo(RecordedVendorNotice.class)
                .list());
    }

    List<RecordedVendorNotice> find(TenantScope scope, Collection<UUID> ids) {
        return jdbi.withHandle(handle -> {
            var query = handle.createQuery("select %s from vendor_notice where id = any(:ids) and %s"
                            .formatted(COLUMNS, scope.all() ? "true" : "tenant_id = any(:scope)"))
                    .bind("ids", ids.toArray(UUID[]::new));
            return (scope.all() ? query : query.bind("scope", scope.array()))
                    .mapTo(RecordedVendorNotice.class)
                    .list();
        });
    }

    /** @param look what is to be said of each */
    Page<VendorNoticeView> list(
            UUID tenant,
            @Nullable String programme,
            @Nullable Protocol protocol,
            @Nullable VendorNoticeKind kind,
            Paging paging,
            Function<List<RecordedVendorNotice>, List<Optional<VendorNoticeView>>> look) {
        return ListQuery.of(RecordedVendorNotice.class, COLUMNS, "vendor_notice")
                .where("tenant_id = :tenant", "tenant", tenant)
                .where("programme = :programme", "programme", programme)
                .where(":protocol = any(protocols)", "protocol", protocol)
                .where("kind = :kind", "kind", kind)
                .sortable("publishedAt", "published_at", "timestamptz")
                .sortable("day", "coalesce(day, 'infinity')", "date")
                .key("tenant_id", "uuid")
                .key("id", "uuid")
                .page(jdbi, paging, look);
    }

    void save(Collection<RecordedVendorNotice> notices) {
        jdbi.useHandle(handle -> {
            var batch = handle.prepareBatch("""
                    insert into vendor_notice (id, version, tenant_id, programme, protocols, named_protocols, kind, day, message,
                                               published_at, recorded_at, recorded_by)
                    values (:id, :version, :tenantId, :programme, :protocols, :namedProtocols, :kind, :day, :message,
                            :publishedAt, :recordedAt, :recordedBy)
                    on conflict (tenant_id, id) do update
                    set (version, protocols, named_protocols, published_at)
                      = (excluded.version, excluded.protocols, excluded.named_protocols, excluded.published_at)""");
            notices.forEach(notice -> RecordMapper.bind(batch, notice).add());
            batch.execute();
        });
    }
}
