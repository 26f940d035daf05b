package dev.cutoff.inventory.client;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cutoff.inventory.vocabulary.ClientKind;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What was stated of a client, as a row of the query. */
record StatedRow(
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
        @Nullable String department,
        @Nullable String criticality,
        List<String> tags,
        @Nullable String notes,
        JsonNode links,
        @Nullable ClientStatus statedStatus,
        @Nullable String statusReason,
        @Nullable LocalDate plannedFor,
        @Nullable String ownEmail,
        List<String> personFields,
        JsonNode fieldSources,
        boolean touched,
        boolean isDiscovered) {

    StoredClient stored() {
        var content = new ClientContent(
                kind,
                vendor,
                product,
                productVersion,
                operatingSystem,
                name,
                accounts,
                location,
                department,
                criticality,
                tags,
                notes,
                ClientReference.read(links),
                statedStatus,
                statusReason,
                plannedFor,
                ownEmail);
        var sources = fieldSources.properties().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, source -> source.getValue().asText()));
        return new StoredClient(
                id, tenantId, version, content, accountIds, personFields, sources, touched, isDiscovered);
    }
}
