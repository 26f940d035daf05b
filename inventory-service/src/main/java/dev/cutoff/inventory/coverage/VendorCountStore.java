package dev.cutoff.inventory.coverage;

import dev.cutoff.commons.database.RecordMapper;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

@Singleton
class VendorCountStore {

    private final Jdbi jdbi;

    VendorCountStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** All counts of the tenants by their key: a dozen a month. */
    Map<String, VendorCount> find(Collection<UUID> tenants) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select tenant_id, protocol, month, source, count from vendor_count where tenant_id = any(:tenants)")
                .bind("tenants", tenants.toArray(UUID[]::new))
                .map(RecordMapper.of(VendorCount.class))
                .collect(Collectors.toMap(VendorCount::key, Function.identity())));
    }

    void save(Collection<VendorCount> counts, Instant now) {
        if (counts.isEmpty()) {
            return;
        }
        jdbi.useHandle(handle -> {
            var batch = handle.prepareBatch("""
                    insert into vendor_count (tenant_id, protocol, month, source, count, recorded_at)
                    values (:tenantId, :protocol, :month, :source, :count, :now)
                    on conflict (tenant_id, protocol, month, source) do update
                    set (count, recorded_at) = (excluded.count, excluded.recorded_at)""");
            counts.forEach(
                    count -> RecordMapper.bind(batch, count).bind("now", now).add());
            batch.execute();
        });
    }
}
