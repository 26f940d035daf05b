package dev.cutoff.timeline.tenant;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cutoff.commons.change.ChangeFollower;
import dev.cutoff.commons.problem.Refusal;
import dev.cutoff.commons.time.Settling;
import dev.cutoff.timeline.inventory.InventoryGateway;
import dev.cutoff.timeline.inventory.InventoryGateway.TenantChange;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;

/** Follows inventory's feed into our copy of the tenants. */
@Singleton
class TenantFeed implements Settling {

    private static final Logger LOG = Logger.getLogger(TenantFeed.class);

    private final InventoryGateway inventory;
    private final TenantStore store;
    private final ChangeFollower follower;
    private volatile boolean isSilent;

    TenantFeed(Jdbi jdbi, InventoryGateway inventory, TenantStore store) {
        this.inventory = inventory;
        this.store = store;
        this.follower = new ChangeFollower(jdbi, "inventory", inventory::changes, this::apply);
    }

    /** @throws Refusal 503 if inventory does not answer */
    void follow() {
        follower.drain();
    }

    @Scheduled(every = "{cutoff.inventory.follow-every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void everySecond() {
        try {
            follow();
            if (isSilent) {
                LOG.info("Inventory answers again");
            }
            isSilent = false;
        } catch (Refusal refusal) {
            // Said once and not every second; what is known is answered meanwhile.
            if (!isSilent) {
                LOG.warn("Inventory does not answer: tenants that it creates or changes now are seen later");
            }
            isSilent = true;
        }
    }

    private void apply(List<JsonNode> events) {
        // A feed may tell of one twice, and one statement cannot write a row twice: the last word is the newest.
        var changed = new LinkedHashMap<UUID, Tenant>();
        var gone = new LinkedHashSet<UUID>();
        events.stream().flatMap(event -> inventory.tenantChange(event).stream()).forEach(change -> {
            switch (change) {
                case TenantChange.Changed(var tenant) -> changed.merge(tenant.id(), Tenant.of(tenant), Tenant::newer);
                case TenantChange.Gone(var id) -> gone.add(id);
            }
        });
        store.save(changed.values());
        store.delete(gone);
    }

    @Override
    public void settle() {
        follow();
    }

    /** Before everything that is decided from what the feed brings. */
    @Override
    public int order() {
        return 10;
    }
}
