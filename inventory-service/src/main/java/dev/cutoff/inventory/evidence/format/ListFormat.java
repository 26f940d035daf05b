package dev.cutoff.inventory.evidence.format;

import java.util.Map;

/** A list of owners or clients: each record a map from the field's name in the API to its value. */
public sealed interface ListFormat extends EvidenceFormat<Map<String, String>> permits CsvList {}
