package dev.cutoff.inventory.client;

import dev.cutoff.inventory.vocabulary.ClientKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was stated of a client, by a source, a person or evidence: all from which the rest of it is worked out.
 *
 * @param accountIds in their order
 * @param accounts their addresses as they are now
 * @param statedStatus null if nobody has stated one
 * @param ownEmail of the owner that the client names itself
 * @param personFields fields that a person has set
 * @param isDiscovered only evidence speaks of it
 */
record StoredClient(
        UUID id,
        UUID tenantId,
        long version,
        ClientKind kind,
        @Nullable String vendor,
        @Nullable String product,
        @Nullable String productVersion,
        @Nullable String operatingSystem,
        @Nullable String name,
        List<UUID> accountIds,
        List<String> accounts,
        @Nullable String location,
        @Nullable String criticality,
        List<String> tags,
        @Nullable String notes,
        @Nullable ClientStatus statedStatus,
        @Nullable String ownEmail,
        List<String> personFields,
        boolean touched,
        boolean isDiscovered) {

    static StoredClient declared(UUID id, UUID tenant, ClientContent content, List<UUID> accountIds) {
        return of(id, tenant, 1, content, accountIds, List.of(), false, false);
    }

    private static StoredClient of(
            UUID id,
            UUID tenant,
            long version,
            ClientContent content,
            List<UUID> accountIds,
            List<String> personFields,
            boolean touched,
            boolean isDiscovered) {
        return new StoredClient(
                id,
                tenant,
                version,
                content.kind(),
                content.vendor(),
                content.product(),
                content.productVersion(),
                content.operatingSystem(),
                content.name(),
                accountIds,
                content.accounts(),
                content.location(),
                content.criticality(),
                content.tags(),
                content.notes(),
                content.status(),
                content.ownerEmail(),
                personFields,
                touched,
                isDiscovered);
    }

    ClientContent content() {
        return new ClientContent(
                kind,
                vendor,
                product,
                productVersion,
                operatingSystem,
                name,
                accounts,
                location,
                criticality,
                tags,
                notes,
                statedStatus,
                ownEmail);
    }

    /** The client with this content, one version on; the same client if nothing differs. */
    StoredClient with(ClientContent content, List<UUID> newAccountIds) {
        var same = new ClientContent(
                content.kind(),
                content.vendor(),
                content.product(),
                content.productVersion(),
                content.operatingSystem(),
                content.name(),
                accounts,
                content.location(),
                content.criticality(),
                content.tags(),
                content.notes(),
                content.status(),
                content.ownerEmail());
        if (newAccountIds.equals(accountIds) && same.equals(content())) {
            return this;
        }
        return of(id, tenantId, version + 1, content, newAccountIds, personFields, touched, isDiscovered);
    }

    /** The client with these fields set by a person. */
    StoredClient setByPerson(Collection<String> fields) {
        var all = new TreeSet<>(personFields);
        all.addAll(fields);
        return of(id, tenantId, version, content(), accountIds, new ArrayList<>(all), true, isDiscovered);
    }
}
