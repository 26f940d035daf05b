package dev.cutoff.inventory.evidence.format;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A list or a report: each record an item, a map from the names of its fields, which are ours, to their values. */
public sealed interface ListFormat extends EvidenceFormat<Map<String, @Nullable Object>>
        permits Table, MonthlyUsagePost {}
