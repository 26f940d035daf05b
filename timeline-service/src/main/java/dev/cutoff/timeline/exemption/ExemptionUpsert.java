package dev.cutoff.timeline.exemption;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cutoff.commons.bulk.Bulk;
import dev.cutoff.commons.bulk.Outcome;
import dev.cutoff.commons.json.MergePatch;
import dev.cutoff.commons.json.StrictJson;
import dev.cutoff.commons.security.TenantScope;
import dev.cutoff.timeline.rule.Protocol;
import dev.cutoff.timeline.tenant.Tenant;
import dev.cutoff.timeline.tenant.TenantItem;
import dev.cutoff.timeline.tenant.Tenants;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import jakarta.validation.Validator;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Many exemptions of many tenants in one request, each item found again by tenant, programme, protocol, qualifier, kind and when it was asked for;
 * by the latest of that kind if it does not say when.
 */
@Singleton
class ExemptionUpsert {

    private final Exemptions exemptions;
    private final ExemptionPlanner planner;
    private final Tenants tenants;
    private final ObjectMapper json;
    private final Validator validator;

    ExemptionUpsert(
            Exemptions exemptions, ExemptionPlanner planner, Tenants tenants, ObjectMapper json, Validator validator) {
        this.exemptions = exemptions;
        this.planner = planner;
        this.tenants = tenants;
        this.json = json;
        this.validator = validator;
    }

    Bulk.Answer upsert(List<JsonNode> items, Bulk.Mode mode, boolean dryRun) {
        var known = tenants.known(TenantItem.tenants(items));
        return QuarkusTransaction.joiningExisting().call(() -> {
            var draft = exemptions.draft(known.keySet());
            var plan = Bulk.plan(items, (index, item, pointer) -> plan(known, draft, index, item, pointer, !dryRun));
            if (plan.isRefused(mode)) {
                return plan.notApplied();
            }
            if (!dryRun) {
                exemptions.save(draft);
            }
            return plan;
        });
    }

    private Outcome plan(
            Map<UUID, Tenant> known, LedgerDraft draft, int index, JsonNode item, String pointer, boolean isReal) {
        var id = TenantItem.tenant(item, pointer);
        var content = TenantItem.content(item);
        var told = read(content, pointer);
        planner.validate(draft.edition(), told, pointer);
        var tenant = known.get(id);
        if (tenant == null) {
            throw TenantScope.unknownTenant(id);
        }
        var before = new ArrayList<LedgerEntry>();
        var fresh = new ArrayList<Protocol>();
        for (var protocol : new LinkedHashSet<>(told.protocols())) {
            find(draft, tenant, told, protocol).ifPresentOrElse(before::add, () -> fresh.add(protocol));
        }
        var created = fresh.isEmpty()
                ? List.<LedgerEntry>of()
                : planner.entries(draft, tenant, only(content, fresh, pointer), isReal);
        var after = before.stream()
                .map(entry -> planner.retell(draft, entry, tenant, merged(entry, content, pointer), isReal))
                .toList();
        // Only now that nothing of the item was refused.
        created.forEach(draft::put);
        after.forEach(draft::put);
        return Outcome.of(
                index,
                kind(created, before, after),
                (created.isEmpty() ? after : created).getFirst().id());
    }

    private Optional<LedgerEntry> find(LedgerDraft draft, Tenant tenant, NewExemption told, Protocol protocol) {
        return told.requestedAt() == null
                ? draft.latest(tenant.tenantId(), told.programme(), protocol, told.qualifier(), told.kind())
                : draft.find(ExemptionPlanner.key(tenant, told, protocol, told.requestedAt()));
    }

    /** The item, for some of its protocols only. */
    private NewExemption only(JsonNode content, List<Protocol> protocols, String pointer) {
        var part = ((ObjectNode) content).deepCopy();
        part.set("protocols", json.valueToTree(protocols));
        return read(part, pointer);
    }

    /** What is on file with what the item says on top: an absent field keeps, null clears. */
    private NewExemption merged(LedgerEntry entry, JsonNode content, String pointer) {
        var onFile = json.valueToTree(new NewExemption(
                entry.programme(),
                List.of(entry.protocol()),
                entry.qualifier(),
                entry.kind(),
                entry.reason(),
                entry.channel(),
                entry.reference(),
                entry.requestedAt(),
                entry.observedOffAt(),
                entry.confirmedAt(),
                entry.accounts(),
                entry.appIds()));
        return read(MergePatch.apply(onFile, content), pointer);
    }

    private NewExemption read(JsonNode content, String pointer) {
        return StrictJson.read(json, validator, content, NewExemption.class, pointer);
    }

    private static Outcome.Kind kind(List<LedgerEntry> created, List<LedgerEntry> before, List<LedgerEntry> after) {
        if (!created.isEmpty()) {
            return Outcome.Kind.CREATED;
        }
        return before.equals(after) ? Outcome.Kind.UNCHANGED : Outcome.Kind.UPDATED;
    }
}
