package dev.cutoff.inventory.evidence;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cutoff.inventory.coverage.VendorCount;
import dev.cutoff.inventory.coverage.VendorCounts;
import dev.cutoff.inventory.evidence.format.FormatName;
import dev.cutoff.inventory.evidence.format.MonthlyUsagePost;
import dev.cutoff.inventory.message.ServiceMessages;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Stream;

/** Keeps the vendor's messages, and hands on what those that are monthly usage posts count. */
@Singleton
class MessageMerge extends ItemMerge {

    private final ServiceMessages messages;
    private final VendorCounts vendorCounts;
    private final ObjectMapper json;

    MessageMerge(
            JobStore store,
            ReportCoverage coverage,
            ServiceMessages messages,
            VendorCounts vendorCounts,
            ObjectMapper json) {
        super(store, coverage, json, FormatName.SERVICE_MESSAGES);
        this.messages = messages;
        this.vendorCounts = vendorCounts;
        this.json = json;
    }

    @Override
    Counts merge(Job job, List<Item> items) {
        var kept = messages.keep(job.tenantId(), trees(items));
        vendorCounts.record(items.stream().flatMap(item -> counted(job, item)).toList());
        return new Counts(kept, items.size() - kept, 0);
    }

    private Stream<VendorCount> counted(Job job, Item item) {
        var message = item.tree().path("title").asText() + "\n"
                + item.tree().path("body").asText("");
        return MonthlyUsagePost.countedIn(message).stream()
                .map(count -> CountMerge.count(job, json.valueToTree(count)));
    }
}
