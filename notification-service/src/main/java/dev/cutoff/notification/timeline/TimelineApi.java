package dev.cutoff.notification.timeline;

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

/** Timeline's contract, as far as we use it. */
@Path("/v1")
@RegisterRestClient(configKey = "timeline")
@OidcClientFilter
interface TimelineApi {

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Cutoffs(List<TimelineCutoff> items, @Nullable String next) implements Listed<TimelineCutoff> {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Outlook(List<OutlookLine> protocols) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Changes(List<JsonNode> items, String next) implements Listed<JsonNode> {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Programme(String id) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Programmes(List<Programme> items, @Nullable String next) implements Listed<Programme> {}

    @GET
    @Path("programmes")
    Programmes programmes(@QueryParam("limit") int limit, @QueryParam("cursor") @Nullable String cursor);

    @GET
    @Path("cutoffs")
    Cutoffs cutoffs(@QueryParam("limit") int limit, @QueryParam("cursor") @Nullable String cursor);

    @GET
    @Path("tenants/{id}/outlook")
    Outlook outlook(@PathParam("id") UUID id);

    @GET
    @Path("changes")
    Changes changes(@QueryParam("after") @Nullable String after, @QueryParam("limit") int limit);
}
