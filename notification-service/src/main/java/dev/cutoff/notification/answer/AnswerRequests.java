package dev.cutoff.notification.answer;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cutoff.commons.bulk.Outcome;
import dev.cutoff.commons.problem.Refusal;
import dev.cutoff.notification.tenant.Tenant;
import dev.cutoff.notification.tenant.Tenants;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Takes answers that systems send for people who told them. */
@Singleton
class AnswerRequests {

    /** An item that could be read, and where it stands in the body. */
    private record Item(int index, String pointer, AnswerContent content) {}

    private final Answering answering;
    private final ClientLookup clients;
    private final Tenants tenants;
    private final Sayings sayings;

    AnswerRequests(Answering answering, ClientLookup clients, Tenants tenants, Sayings sayings) {
        this.answering = answering;
        this.clients = clients;
        this.tenants = tenants;
        this.sayings = sayings;
    }

    /** @throws Refusal 400, or 404 for a tenant or client that is unknown or may not be seen */
    @Transactional
    Answering.Taken take(JsonNode body, @Nullable String reason) {
        var item = item(0, "", body);
        var tenant = tenants.require(item.content().tenantId());
        var lookup = clients.of(tenant.id(), List.of(item.content().clientId()));
        return answering
                .take(List.of(sayings.of(item.content(), item.pointer(), tenant, lookup)), Via.API, reason)
                .getFirst();
    }

    /** Each stands for itself: one that is rejected keeps out no other. */
    @Transactional
    List<Outcome> take(List<JsonNode> items, @Nullable String reason) {
        var outcomes = new TreeMap<Integer, Outcome>();
        var read = new ArrayList<Item>();
        for (var index = 0; index < items.size(); index++) {
            var at = index;
            orReject(at, outcomes, () -> read.add(item(at, "/items/" + at, items.get(at))));
        }
        var checked = new TreeMap<Integer, Saying>();
        byTenant(read).forEach((tenant, theirs) -> check(tenant, theirs, checked, outcomes));
        var taken =
                answering.take(List.copyOf(checked.values()), Via.API, reason).iterator();
        checked.keySet().forEach(index -> {
            var saying = taken.next();
            outcomes.put(
                    index, Outcome.of(index, saying.outcome(), saying.answer().id()));
        });
        return List.copyOf(outcomes.values());
    }

    private static void orReject(int index, Map<Integer, Outcome> outcomes, Runnable work) {
        try {
            work.run();
        } catch (Refusal refusal) {
            outcomes.put(index, Outcome.rejected(index, refusal.problem()));
        }
    }

    private static Map<UUID, List<Item>> byTenant(List<Item> items) {
        return items.stream()
                .collect(Collectors.groupingBy(item -> item.content().tenantId()));
    }

    private void check(UUID id, List<Item> items, Map<Integer, Saying> checked, Map<Integer, Outcome> outcomes) {
        var found = new HashMap<UUID, Tenant>();
        items.forEach(item -> orReject(item.index(), outcomes, () -> found.computeIfAbsent(id, tenants::require)));
        var tenant = found.get(id);
        if (tenant == null) {
            return;
        }
        var lookup = clients.of(
                id,
                items.stream().map(item -> item.content().clientId()).distinct().toList());
        items.forEach(item -> orReject(
                item.index(),
                outcomes,
                () -> checked.put(item.index(), sayings.of(item.content(), item.pointer(), tenant, lookup))));
    }

    private Item item(int index, String pointer, JsonNode item) {
        return new Item(index, pointer, sayings.read(pointer, item));
    }
}
