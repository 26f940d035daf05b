package dev.cutoff.inventory.evidence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cutoff.commons.bulk.Bulk;
import dev.cutoff.commons.bulk.Outcome;
import dev.cutoff.commons.problem.Problem;
import dev.cutoff.inventory.client.Clients;
import dev.cutoff.inventory.evidence.ImportStore.RejectedItem;
import dev.cutoff.inventory.evidence.ImportStore.StagedItem;
import dev.cutoff.inventory.evidence.format.FormatName;
import dev.cutoff.inventory.owner.OwnerList;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/** Merges lists, a thousand items at a time, by the same rules as an upsert over HTTP. */
@Singleton
class ListMerge implements Merge {

    private final ImportStore store;
    private final OwnerList owners;
    private final Clients clients;
    private final ObjectMapper json;

    ListMerge(ImportStore store, OwnerList owners, Clients clients, ObjectMapper json) {
        this.store = store;
        this.owners = owners;
        this.clients = clients;
        this.json = json;
    }

    @Override
    public boolean takes(Job job) {
        return job.format() == FormatName.OWNER_LIST_CSV || job.format() == FormatName.CLIENT_LIST_CSV;
    }

    @Override
    public Counts merge(Job job) {
        var counts = new Counts(0, 0, 0);
        var last = 0L;
        while (true) {
            var items = store.items(job, last, Bulk.MOST);
            if (items.isEmpty()) {
                return counts;
            }
            last = items.getLast().n();
            counts = counts.plus(merge(job, items));
        }
    }

    private Counts merge(Job job, List<StagedItem> items) {
        var trees = items.stream().map(this::tree).toList();
        var answer = job.format() == FormatName.OWNER_LIST_CSV
                ? owners.apply(job.tenantId(), trees)
                : clients.applyList(job.tenantId(), trees);
        var rejected = new ArrayList<RejectedItem>();
        var known = 0L;
        for (var outcome : answer.items()) {
            if (outcome.outcome() == Outcome.Kind.REJECTED && outcome.problem() != null) {
                rejected.add(rejected(items.get(outcome.index()), trees.get(outcome.index()), outcome.problem()));
            }
            known += outcome.outcome() == Outcome.Kind.UNCHANGED ? 1 : 0;
        }
        store.addErrors(job, rejected);
        return new Counts(items.size() - known - rejected.size(), known, rejected.size());
    }

    /** The first thing that is wrong, with the column that it stands in. */
    private static RejectedItem rejected(StagedItem item, JsonNode tree, Problem problem) {
        if (problem.errors().isEmpty()) {
            return new RejectedItem(item.n(), item.line(), null, String.valueOf(problem.detail()), null);
        }
        var first = problem.errors().getFirst();
        var pointer = String.valueOf(first.pointer()).split("/");
        var field = pointer.length > 3 ? pointer[3] : null;
        var value = field == null ? null : tree.path(field).asText(null);
        return new RejectedItem(item.n(), item.line(), field, first.detail(), value);
    }

    private JsonNode tree(StagedItem item) {
        try {
            return json.readTree(item.item());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
