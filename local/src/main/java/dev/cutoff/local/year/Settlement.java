package dev.cutoff.local.year;

import dev.cutoff.local.suite.Service;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Brings the cast into inventory: tenants, their devices with an owner, and the sign-ins that show what they use. */
final class Settlement {

    private final Office office;
    private final Cast cast;

    Settlement(Office office, Cast cast) {
        this.office = office;
        this.cast = cast;
    }

    /** @return the id of each client, by its number */
    List<UUID> settle() {
        office.each(
                Service.INVENTORY,
                "/v1/tenants:upsert",
                cast.tenants().stream().map(Settlement::tenant).toList());
        // Tenant by tenant: a request about two hundred of them does two hundred times what comes once with each.
        var settling = cast.clients().stream()
                .sorted(Comparator.comparing(client -> client.tenant().number()))
                .toList();
        var made = office.each(
                Service.INVENTORY,
                "/v1/clients:upsert",
                settling.stream().map(this::client).toList(),
                outcome -> UUID.fromString(outcome.path("id").asString()));
        var ids = new UUID[settling.size()];
        for (var i = 0; i < ids.length; i++) {
            ids[settling.get(i).number()] = made.get(i);
        }
        return List.of(ids);
    }

    private static Map<String, Object> tenant(Cast.Tenant tenant) {
        return Map.of(
                "id",
                tenant.id(),
                "name",
                "Tenant " + tenant.number(),
                "primaryDomain",
                tenant.domain(),
                "cloud",
                tenant.fate() instanceof Fate.Cancelled ? "gcc" : "worldwide",
                "createdOn",
                "2016-03-01",
                "timeZone",
                "UTC",
                "locale",
                "en",
                "decisionContact",
                tenant.decider(),
                "fallbackContact",
                tenant.contact());
    }

    private Map<String, Object> client(Cast.Client client) {
        return Map.of(
                "tenantId",
                client.tenant().id(),
                "source",
                "cmdb",
                "externalId",
                client.name(),
                "kind",
                "device",
                "name",
                client.name(),
                "account",
                client.account(),
                "ownerEmail",
                cast.ownerOf(client).address());
    }
}
