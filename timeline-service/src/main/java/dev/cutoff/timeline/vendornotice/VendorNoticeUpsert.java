package dev.cutoff.timeline.vendornotice;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cutoff.commons.bulk.Bulk;
import dev.cutoff.commons.bulk.Outcome;
import dev.cutoff.commons.json.StrictJson;
import dev.cutoff.commons.security.TenantScope;
import dev.cutoff.timeline.programme.Catalogue;
import dev.cutoff.timeline.programme.Edition;
import dev.cutoff.timeline.tenant.Tenant;
import dev.cutoff.timeline.tenant.TenantItem;
import dev.cutoff.timeline.tenant.Tenants;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import jakarta.validation.Validator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Many vendor notices of many tenants in one request. */
@Singleton
class VendorNoticeUpsert {

    private final VendorNotices notices;
    private final VendorNoticePlanner planner;
    private final Catalogue catalogue;
    private final Tenants tenants;
    private final ObjectMapper json;
    private final Validator validator;

    VendorNoticeUpsert(
            VendorNotices notices,
            VendorNoticePlanner planner,
            Catalogue catalogue,
            Tenants tenants,
            ObjectMapper json,
            Validator validator) {
        this.notices = notices;
        this.planner = planner;
        this.catalogue = catalogue;
        this.tenants = tenants;
        this.json = json;
        this.validator = validator;
    }

    Bulk.Answer upsert(List<JsonNode> items, Bulk.Mode mode, boolean dryRun) {
        var edition = catalogue.current();
        var known = tenants.known(TenantItem.tenants(items));
        return QuarkusTransaction.joiningExisting().call(() -> {
            tenants.lock(known.keySet());
            var after = notices.onFile(known.keySet());
            var before = Map.copyOf(after);
            var plan = Bulk.plan(items, (index, item, pointer) -> plan(edition, known, after, index, item, pointer));
            if (plan.isRefused(mode)) {
                return plan.notApplied();
            }
            if (!dryRun) {
                notices.save(before, after.values());
            }
            return plan;
        });
    }

    private Outcome plan(
            Edition edition,
            Map<UUID, Tenant> known,
            Map<RecordedVendorNotice.Key, RecordedVendorNotice> notices,
            int index,
            JsonNode item,
            String pointer) {
        var id = TenantItem.tenant(item, pointer);
        var body = StrictJson.read(json, validator, TenantItem.content(item), NewVendorNotice.class, pointer);
        planner.validate(edition, body, pointer);
        var tenant = known.get(id);
        if (tenant == null) {
            throw TenantScope.unknownTenant(id);
        }
        var before = notices.get(body.key(id));
        var notice = planner.plan(edition, tenant, body, pointer, notices);
        return Outcome.of(index, kind(before, notice), notice.id());
    }

    private static Outcome.Kind kind(@Nullable RecordedVendorNotice before, RecordedVendorNotice after) {
        if (before == null) {
            return Outcome.Kind.CREATED;
        }
        return before == after ? Outcome.Kind.UNCHANGED : Outcome.Kind.UPDATED;
    }
}
