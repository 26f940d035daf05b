package dev.cutoff.notification.message;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The clients that something is about: counted, and the first of them.
 *
 * @param tenants by tenant, the first of them
 * @param tenantCount how many tenants there are
 * @param kinds by kind of client
 * @param owners by owner, the first of them; empty where it is the reader who answers for them
 * @param ownerCount how many owners there are
 * @param unowned how many clients nobody answers for; 0 where that is not asked
 * @param rows as many as a list can hold
 */
public record Clients(
        int count,
        List<Share> tenants,
        int tenantCount,
        List<Kind> kinds,
        List<Share> owners,
        int ownerCount,
        int unowned,
        List<Row> rows) {

    /** How many of the clients are somebody's. */
    public record Share(String name, int clients) {}

    /** How many of the clients are of a kind, and what they use. */
    public record Kind(String kind, int clients, List<String> protocols) {}

    /**
     * A client, as it is listed.
     *
     * @param tenant name of its tenant
     * @param label what people know it by
     * @param account null if it is the label
     * @param owner who answers for it; null if nobody
     */
    public record Row(
            UUID id,
            String tenant,
            String label,
            String kind,
            @Nullable String account,
            boolean shared,
            @Nullable String owner,
            List<String> protocols) {}
}
