package dev.cutoff.local.demo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** What the story leaves behind that can be asked for afterwards, by its ids. */
final class Ledger {

    private final List<String> imports = new ArrayList<>();
    private final List<String> exemptions = new ArrayList<>();
    private final List<String> vendorNotices = new ArrayList<>();
    private final List<Map<String, Object>> refusals = new ArrayList<>();
    private final List<Map<String, Object>> notReady = new ArrayList<>();

    void imported(JsonNode job) {
        imports.add(job.path("id").asString());
    }

    void granted(JsonNode items) {
        items.forEach(exemption -> exemptions.add(exemption.path("id").asString()));
    }

    void vendorSaid(JsonNode notice) {
        vendorNotices.add(notice.path("id").asString());
    }

    void refused(UUID tenant, String what, JsonNode problem) {
        var refusal = new LinkedHashMap<String, Object>();
        refusal.put("tenantId", tenant);
        refusal.put("request", what);
        refusal.put("type", problem.path("type").asString());
        refusal.put("detail", problem.path("detail").asString());
        refusals.add(refusal);
    }

    void notReady(JsonNode usage) {
        var line = new LinkedHashMap<String, Object>();
        for (var field : List.of("tenantId", "account", "protocol", "lastSeen", "clientIds")) {
            line.put(field, usage.path(field));
        }
        notReady.add(line);
    }

    List<String> imports() {
        return imports;
    }

    List<String> exemptions() {
        return exemptions;
    }

    List<String> vendorNotices() {
        return vendorNotices;
    }

    List<Map<String, Object>> refusals() {
        return refusals;
    }

    List<Map<String, Object>> notReady() {
        return notReady;
    }
}
