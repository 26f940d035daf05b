package dev.cutoff.inventory.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cutoff.commons.bulk.Bulk;
import dev.cutoff.commons.bulk.Outcome;
import dev.cutoff.commons.problem.Problem;
import dev.cutoff.commons.problem.ProblemType;
import dev.cutoff.inventory.client.Clients;
import dev.cutoff.inventory.evidence.JobStore.RejectedItem;
import dev.cutoff.inventory.evidence.format.FormatName;
import dev.cutoff.inventory.owner.OwnerList;
import dev.cutoff.inventory.vocabulary.MobileDevices;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/** Merges lists of owners, clients and devices by the same rules as an upsert over HTTP. */
@Singleton
class ListMerge extends ItemMerge {

    private static final String TENANT = "tenantId";

    private final OwnerList owners;
    private final Clients clients;
    private final MobileDevices devices;

    ListMerge(
            JobStore store,
            ReportCoverage coverage,
            OwnerList owners,
            Clients clients,
            MobileDevices devices,
            ObjectMapper json) {
        super(
                store,
                coverage,
                json,
                FormatName.OWNER_LIST_CSV,
                FormatName.OWNER_LIST_JSON,
                FormatName.CLIENT_LIST_CSV,
                FormatName.CLIENT_LIST_JSON,
                FormatName.MOBILE_DEVICES);
        this.owners = owners;
        this.clients = clients;
        this.devices = devices;
    }

    @Override
    Counts merge(Job job, List<Item> items) {
        var trees = trees(items);
        var answer = apply(job, trees);
        var rejected = new ArrayList<RejectedItem>();
        var known = 0L;
        for (var outcome : answer.items()) {
            if (outcome.outcome() == Outcome.Kind.REJECTED && outcome.problem() != null) {
                rejected.add(rejected(items.get(outcome.index()), outcome.problem()));
            }
            known += outcome.outcome() == Outcome.Kind.UNCHANGED ? 1 : 0;
        }
        store.addErrors(job, rejected);
        return new Counts(items.size() - known - rejected.size(), known, rejected.size());
    }

    private Bulk.Answer apply(Job job, List<JsonNode> trees) {
        return switch (job.format()) {
            case OWNER_LIST_CSV, OWNER_LIST_JSON -> owners.apply(job.tenantId(), trees);
            case MOBILE_DEVICES ->
                clients.applyList(
                        job.tenantId(),
                        trees.stream()
                                .map(device -> DeviceItem.of(device, devices))
                                .toList());
            default -> clients.applyList(job.tenantId(), trees);
        };
    }

    /** The first thing that is wrong, with the column that it stands in. */
    private static RejectedItem rejected(Item item, Problem problem) {
        if (problem.errors().isEmpty()) {
            var tenant = problem.status() == ProblemType.NOT_FOUND.status()
                    ? item.tree().path(TENANT).asText(null)
                    : null;
            return new RejectedItem(
                    item.n(), item.line(), tenant == null ? null : TENANT, String.valueOf(problem.detail()), tenant);
        }
        var first = problem.errors().getFirst();
        var pointer = String.valueOf(first.pointer()).split("/");
        var field = pointer.length > 3 ? pointer[3] : null;
        var value = field == null ? null : item.tree().path(field).asText(null);
        return new RejectedItem(
                item.n(), item.line(), field, first.detail(), value == null ? null : Intake.shown(value));
    }
}
