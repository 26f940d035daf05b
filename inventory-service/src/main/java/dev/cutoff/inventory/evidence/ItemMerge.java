package dev.cutoff.inventory.evidence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cutoff.commons.bulk.Bulk;
import dev.cutoff.inventory.evidence.JobStore.StagedItem;
import dev.cutoff.inventory.evidence.format.FormatName;
import java.util.List;
import java.util.Set;

/** Merges items, a thousand at a time. */
abstract class ItemMerge implements Merge {

    /** A staged item as the domain reads it. */
    record Item(long n, long line, JsonNode tree) {}

    protected final JobStore store;
    private final ReportCoverage coverage;
    private final ObjectMapper json;
    private final Set<FormatName> formats;

    ItemMerge(JobStore store, ReportCoverage coverage, ObjectMapper json, FormatName... formats) {
        this.store = store;
        this.coverage = coverage;
        this.json = json;
        this.formats = Set.of(formats);
    }

    @Override
    public final boolean takes(Job job) {
        return formats.contains(job.format());
    }

    @Override
    public final Counts merge(Job job, Runnable checkpoint) {
        var counts = new Counts(0, 0, 0);
        var last = 0L;
        while (true) {
            var items = store.items(job, last, Bulk.MOST);
            if (items.isEmpty()) {
                coverage.record(job);
                return counts;
            }
            checkpoint.run();
            last = items.getLast().n();
            counts = counts.plus(merge(job, items.stream().map(this::item).toList()));
        }
    }

    abstract Counts merge(Job job, List<Item> items);

    private Item item(StagedItem staged) {
        try {
            return new Item(staged.n(), staged.line(), json.readTree(staged.item()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    static List<JsonNode> trees(List<Item> items) {
        return items.stream().map(Item::tree).toList();
    }
}
