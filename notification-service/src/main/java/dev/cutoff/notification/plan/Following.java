package dev.cutoff.notification.plan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cutoff.commons.change.ChangeFollower;
import dev.cutoff.commons.time.Settling;
import dev.cutoff.notification.inventory.InventoryGateway;
import dev.cutoff.notification.inventory.InventoryTenant;
import dev.cutoff.notification.tenant.Tenants;
import dev.cutoff.notification.timeline.TimelineGateway;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.jdbi.v3.core.Jdbi;

/** Follows the feeds of inventory and timeline: their events only say whom to plan again, and tenants are kept. */
@Singleton
class Following implements Settling {

    private final ChangeFollower inventoryFeed;
    private final ChangeFollower timelineFeed;
    private final Tenants tenants;
    private final PlanRequests requests;
    private final ObjectMapper json;
    private final Watch watch;

    Following(
            Jdbi jdbi,
            InventoryGateway inventory,
            TimelineGateway timeline,
            Tenants tenants,
            PlanRequests requests,
            ObjectMapper json,
            Watch watch) {
        this.inventoryFeed = new ChangeFollower(jdbi, "inventory", inventory::changes, this::inventoryChanged);
        this.timelineFeed = new ChangeFollower(jdbi, "timeline", timeline::changes, this::timelineChanged);
        this.tenants = tenants;
        this.requests = requests;
        this.json = json;
        this.watch = watch;
    }

    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    void follow() {
        watch.over("inventory's feed", inventoryFeed::drain);
        watch.over("timeline's feed", timelineFeed::drain);
    }

    @Override
    public void settle() {
        watch.demand(inventoryFeed::drain);
        watch.demand(timelineFeed::drain);
    }

    @Override
    public int order() {
        return 10;
    }

    /** Asks first: a planner holds the request of its tenant and then the tenant, and who did it the other way round would wait for it for ever. */
    private void inventoryChanged(List<JsonNode> events) {
        // What an import tells of uses is looked at once a day: a pipeline that sends one each minute has nobody
        // planned each minute.
        requests.ask(tenantsOf(events, event -> !isImport(event)));
        tenants.hold(tenantsOf(events, event -> true));
        tenants.follow(events.stream()
                .filter(event -> kind(event).equals("tenant")
                        && !event.at("/data/deleted").asBoolean())
                .map(event -> tenant(event.path("data")))
                .toList());
        tenants.noteEvidence(tenantsOf(events, Following::isImport));
    }

    private static boolean isImport(JsonNode event) {
        return kind(event).equals("import");
    }

    /** A revision belongs to no tenant and may concern each. */
    private void timelineChanged(List<JsonNode> events) {
        if (events.stream().anyMatch(event -> kind(event).equals("revision"))) {
            requests.askAll();
        }
        requests.ask(tenantsOf(events, event -> true));
    }

    private static List<UUID> tenantsOf(List<JsonNode> events, Predicate<JsonNode> wanted) {
        return events.stream()
                .filter(wanted)
                .map(event -> event.path("tenantid"))
                .filter(JsonNode::isTextual)
                .map(tenant -> UUID.fromString(tenant.asText()))
                .distinct()
                .toList();
    }

    /** The middle of {@code cutoff.client.changed.v1}. */
    private static String kind(JsonNode event) {
        return event.path("type").asText().replaceFirst("^cutoff\\.", "").replaceFirst("\\.changed\\.v1$", "");
    }

    private InventoryTenant tenant(JsonNode data) {
        try {
            return json.treeToValue(data, InventoryTenant.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A tenant of inventory cannot be read", e);
        }
    }
}
