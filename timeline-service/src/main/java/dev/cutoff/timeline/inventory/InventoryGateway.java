package dev.cutoff.timeline.inventory;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cutoff.commons.change.ChangeFollower;
import dev.cutoff.commons.problem.ProblemType;
import dev.cutoff.commons.problem.Refusal;
import jakarta.inject.Singleton;
import jakarta.ws.rs.WebApplicationException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Asks inventory. Whatever goes wrong on the way is one thing to us: it cannot answer just now. */
@Singleton
public final class InventoryGateway {

    private static final Logger LOG = Logger.getLogger(InventoryGateway.class);
    private static final String TENANT_CHANGED = "cutoff.tenant.changed.v1";

    private final InventoryApi api;
    private final ObjectMapper json;

    InventoryGateway(@RestClient InventoryApi api, ObjectMapper json) {
        this.api = api;
        this.json = json;
    }

    /** What an event of the feed says about a tenant. */
    public sealed interface TenantChange {

        record Changed(InventoryTenant tenant) implements TenantChange {}

        record Gone(UUID id) implements TenantChange {}
    }

    /**
     * @return the tenant, or empty if inventory knows of none
     * @throws Refusal {@code unavailable} if inventory does not answer; that must never read like "there is none"
     */
    public Optional<InventoryTenant> tenant(UUID id) {
        try {
            return Optional.of(api.tenant(id));
        } catch (WebApplicationException e) {
            if (e.getResponse().getStatus() == 404) {
                return Optional.empty();
            }
            throw unavailable(e);
        } catch (RuntimeException e) {
            throw unavailable(e);
        }
    }

    /**
     * A page of its change feed.
     *
     * @throws Refusal {@code unavailable} if inventory does not answer
     */
    public ChangeFollower.Batch changes(@Nullable String after, int limit) {
        try {
            var changes = api.changes(after, limit);
            return new ChangeFollower.Batch(changes.items(), changes.next());
        } catch (WebApplicationException e) {
            if (e.getResponse().getStatus() == 410) {
                return new ChangeFollower.Batch(List.of(), null);
            }
            throw unavailable(e);
        } catch (RuntimeException e) {
            throw unavailable(e);
        }
    }

    /** Reads an event, or nothing from one that is not about a tenant. */
    public Optional<TenantChange> tenantChange(JsonNode event) {
        if (!TENANT_CHANGED.equals(event.path("type").asText())) {
            return Optional.empty();
        }
        var data = event.path("data");
        if (data.path("deleted").asBoolean()) {
            return Optional.of(
                    new TenantChange.Gone(UUID.fromString(data.path("id").asText())));
        }
        try {
            return Optional.of(new TenantChange.Changed(json.treeToValue(data, InventoryTenant.class)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Inventory's feed holds a tenant that cannot be read", e);
        }
    }

    private static Refusal unavailable(RuntimeException failure) {
        LOG.debug("Inventory does not answer", failure);
        return new Refusal(ProblemType.UNAVAILABLE, "Inventory does not answer just now; try again");
    }
}
