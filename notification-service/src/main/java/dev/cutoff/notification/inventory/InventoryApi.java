package dev.cutoff.notification.inventory;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.JsonNode;
import dev.cutoff.notification.upstream.Listed;
import io.quarkus.oidc.client.filter.OidcClientFilter;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

/** Inventory's contract, as far as we use it. */
@Path("/v1")
@RegisterRestClient(configKey = "inventory")
@OidcClientFilter
interface InventoryApi {

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Clients(List<InventoryClient> items, @Nullable String next) implements Listed<InventoryClient> {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Usages(List<InventoryUsage> items, @Nullable String next) implements Listed<InventoryUsage> {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Changes(List<JsonNode> items, String next) implements Listed<JsonNode> {}

    @GET
    @Path("tenants/{id}")
    InventoryTenant tenant(@PathParam("id") UUID id);

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Owners(List<InventoryOwner> items, @Nullable String next) implements Listed<InventoryOwner> {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Coverages(
            List<InventoryCoverage> items, @Nullable String next) implements Listed<InventoryCoverage> {}

    @GET
    @Path("owners")
    Owners owners(
            @QueryParam("tenant") UUID tenant,
            @QueryParam("limit") int limit,
            @QueryParam("cursor") @Nullable String cursor);

    @GET
    @Path("coverage")
    Coverages coverage(
            @QueryParam("tenant") UUID tenant,
            @QueryParam("limit") int limit,
            @QueryParam("cursor") @Nullable String cursor);

    @GET
    @Path("clients")
    Clients clients(
            @QueryParam("tenant") UUID tenant,
            @QueryParam("protocol") @Nullable String protocol,
            @QueryParam("authMethod") String authMethod,
            @QueryParam("limit") int limit,
            @QueryParam("cursor") @Nullable String cursor);

    /** Null where it was found to be another one: then it says 301. */
    @GET
    @Path("clients/{id}")
    @Nullable ClientIdentity client(@PathParam("id") UUID id);

    @GET
    @Path("usages")
    Usages usages(
            @QueryParam("tenant") UUID tenant,
            @QueryParam("protocol") @Nullable String protocol,
            @QueryParam("authMethod") String authMethod,
            @QueryParam("limit") int limit,
            @QueryParam("cursor") @Nullable String cursor);

    @GET
    @Path("changes")
    Changes changes(@QueryParam("after") @Nullable String after, @QueryParam("limit") int limit);
}
