package dev.cutoff.inventory.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cutoff.commons.json.WireName;
import dev.cutoff.inventory.coverage.VendorCount;
import dev.cutoff.inventory.coverage.VendorCounts;
import dev.cutoff.inventory.evidence.format.FormatName;
import dev.cutoff.inventory.vocabulary.Protocol;
import jakarta.inject.Singleton;
import java.time.YearMonth;
import java.util.List;

/** Hands on what the vendor's monthly post counts; it changes no usage. */
@Singleton
class CountMerge extends ItemMerge {

    private final VendorCounts counts;

    CountMerge(JobStore store, ReportCoverage coverage, VendorCounts counts, ObjectMapper json) {
        super(store, coverage, json, FormatName.MONTHLY_USAGE_POST);
        this.counts = counts;
    }

    @Override
    Counts merge(Job job, List<Item> items) {
        var changed = counts.record(
                items.stream().map(item -> count(job, item.tree())).toList());
        return new Counts(changed, items.size() - changed, 0);
    }

    static VendorCount count(Job job, JsonNode item) {
        return new VendorCount(
                job.tenantId(),
                WireName.parse(Protocol.class, item.path("protocol").asText()).orElseThrow(),
                YearMonth.parse(item.path("month").asText()).atDay(1),
                WireName.of(FormatName.MONTHLY_USAGE_POST),
                item.path("count").asInt());
    }
}
