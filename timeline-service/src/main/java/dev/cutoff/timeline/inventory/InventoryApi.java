package dev.cutoff.timeline.inventory;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.oidc.client.filter.OidcClientFilter;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

/** What of inventory's API we use, called as a service. */
@Path("/v1")
@RegisterRestClient(configKey = "inventory")
@OidcClientFilter
interface InventoryApi {

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Changes(List<JsonNode> items, String next) {}

    @GET
    @Path("tenants/{id}")
    InventoryTenant tenant(@PathParam("id") UUID id);

    @GET
    @Path("changes")
    Changes changes(@QueryParam("after") @Nullable String after, @QueryParam("limit") int limit);
}
